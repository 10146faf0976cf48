"""x"""


class TemplateError(Exception):
    pass


def palette(template): ...
def fill(*a): ...
