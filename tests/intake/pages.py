"""A page of an invented newspaper, to be varied by the tests."""

PARAGRAPHS = (
    "Fighters in the northern valley said on Tuesday that they would not lay down their arms, hours after a deadline.",
    "“We will stay,” the commander told reporters.",
    '"It is our land," he said, "and the council knows it."',
    "A government spokesman denied the report in a tweet.",
    "Aid groups say 3,000 people have fled since the weekend, most of them on foot.",
)


def page(head="", paragraphs=PARAGRAPHS, inside="", after="", attributes='lang="en"'):
    """Return a page with a menu, an article of these paragraphs, other stories and a footer."""
    article = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html>\n<html {attributes}><head><meta charset='utf-8'>{head}</head><body>"
        "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav></header>"
        f"<main><article><h1>Valley holds out</h1>{article}{inside}</article>{after}</main>"
        "<footer><p>Copyright The Ledger. All rights reserved.</p></footer></body></html>"
    )
