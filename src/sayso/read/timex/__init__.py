"""Time expressions of English news: found by rule, put on the calendar, written as TIMEX3."""
