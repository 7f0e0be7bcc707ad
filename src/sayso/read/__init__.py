"""Reports to findings, one file a stage; ``pipeline.py`` lists the stages in order."""
