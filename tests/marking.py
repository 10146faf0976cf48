"""Finds user texts in Python source that are not marked for translation, or marked wrongly."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

# Calls whose text arguments a user reads, and names of arguments that are texts in any call.
SHOWING = re.compile(
    r"set(Text|PlainText|Html|Title|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText"
    r"|AccessibleName|AccessibleDescription|LabelText|HeaderLabels|InformativeText|DetailedText"
    r"|Prefix|Suffix|SpecialValueText|TabText)"
    r"|add(Action|Menu|Tab|Items?|Row|Button)|insert(Item|Tab)|showMessage"
    r"|Q(Label|PushButton|ToolButton|CheckBox|RadioButton|GroupBox|Action|Menu|DockWidget)"
    r"|information|warning|critical|question|change"
)
SHOWING_ARGUMENT = re.compile(
    r"title|text|label|heading|message|placeholder|tooltip|hint|help|caption|sentence|why"
)
MARKS = {"_", "N_", "gettext", "ngettext", "pgettext", "npgettext"}
LOOKUPS = MARKS - {"N_"}
# Names that are the same in every language.
NAMES = {"CX Studio", "English", "日本語", "KPI", "NPS", "PDF", "PNG", "SVG", "Word"}


def name_of(call: ast.Call) -> str:
    """The last part of what is called: setText for self.title.setText."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def reads_like_text(literal: str) -> bool:
    """True for words a user would read; false for ids, units, signs and style sheets."""
    stripped = re.sub(r"<[^>]*>?", "", literal).strip(" \n—–-·:…")
    if stripped in NAMES or not re.search(r"[^\W\d_]", stripped):
        return False
    if re.search(r"[{};]|://", stripped):
        return False
    return bool(re.search(r"\s|^[A-Z][a-z]|[\u3040-\u30ff\u4e00-\u9fff]", stripped))


def literals(node: ast.expr) -> Iterator[tuple[int, str]]:
    """The unmarked string literals of an argument, also inside lists, f-strings and choices."""
    match node:
        case ast.Constant(value=str() as text):
            yield node.lineno, text
        case ast.JoinedStr(values=parts):
            for part in parts:
                if isinstance(part, ast.Constant):
                    yield node.lineno, str(part.value)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from literals(part)
        case ast.IfExp(body=first, orelse=second):
            yield from literals(first)
            yield from literals(second)
        case ast.BinOp(left=first, right=second):
            yield from literals(first)
            yield from literals(second)


def unmarked(source: Path) -> list[tuple[int, str]]:
    """Line and text of each literal that is shown to the user as it stands."""
    found = []
    for call in ast.walk(ast.parse(source.read_text("utf-8"))):
        if not isinstance(call, ast.Call) or name_of(call) in MARKS:
            continue
        shown = [
            word.value
            for word in call.keywords
            if word.arg and SHOWING_ARGUMENT.fullmatch(word.arg)
        ]
        if SHOWING.fullmatch(name_of(call)):
            shown += call.args
        for argument in shown:
            found += [hit for hit in literals(argument) if reads_like_text(hit[1])]
    return found


def marked_wrongly(source: Path) -> list[tuple[int, str]]:
    """Line and reason of marks that cannot work: an f-string, or a lookup while importing."""
    tree = ast.parse(source.read_text("utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and name_of(n) in MARKS]
    found = [
        (call.lineno, "an f-string cannot be looked up; use {name} and .format")
        for call in calls
        if any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    found += [
        (node.lineno, "the language is not known while importing; mark with N_")
        for node in while_importing(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in LOOKUPS
    ]
    return found


def while_importing(tree: ast.AST) -> Iterator[ast.AST]:
    """All that runs with the import: not the bodies of functions and lambdas."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, node.args]
        elif isinstance(node, ast.Lambda):
            waiting.append(node.args)
        else:
            waiting += ast.iter_child_nodes(node)
