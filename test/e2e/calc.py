"""The hands on a visible LibreOffice Calc: one command as JSON a line in, one answer as JSON a line out."""

import json
import sys
import threading
import time

import uno
from com.sun.star.accessibility.AccessibleRole import PUSH_BUTTON
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException, IndexOutOfBoundsException, Locale

# Between two looks, in seconds. How long a thing may take is for the other side to say.
LOOK = 0.05


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(LOOK)


def named(name, value):
    made = PropertyValue()
    made.Name = name
    made.Value = value
    return made


def button(accessible, name):
    """The button of a name in a window, or None."""
    context = accessible.getAccessibleContext() if accessible else None
    if not context:
        return None
    if context.getAccessibleRole() == PUSH_BUTTON and context.getAccessibleName() == name:
        return context
    # A list may have thousands of lines, none of them a button.
    for at in range(min(context.getAccessibleChildCount(), 20)):
        found = button(context.getAccessibleChild(at), name)
        if found:
            return found
    return None


class Calc:
    def __init__(self, context):
        make = context.ServiceManager.createInstanceWithContext
        self.desktop = make("com.sun.star.frame.Desktop", context)
        self.dispatcher = make("com.sun.star.frame.DispatchHelper", context)
        self.toolkit = make("com.sun.star.awt.Toolkit", context)
        self.document = self.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())

    @property
    def sheet(self):
        return self.document.CurrentController.ActiveSheet

    def dispatch(self, command, **arguments):
        frame = self.document.CurrentController.Frame
        given = tuple(named(name, value) for name, value in arguments.items())
        self.dispatcher.executeDispatch(frame, f".uno:{command}", "", 0, given)

    def select(self, area):
        self.dispatch("GoToCell", ToPoint=area)

    def type(self, at, text):
        """As fingers do: what a number looks like is for the locale."""
        self.select(at)
        self.dispatch("EnterString", StringName=text)

    def format(self, area, code):
        """A number format as it is written in English; it shows the marks of the document's own locale."""
        formats = self.document.NumberFormats
        english = Locale("en", "US", "")
        key = formats.addNewConverted(code, english, self.document.CharLocale)
        self.sheet.getCellRangeByName(area).NumberFormat = key

    def copy(self, area):
        self.select(area)
        self.dispatch("Copy")

    def paste(self, at):
        """The dialog that may ask for the language of what is pasted is answered with OK, as it stands."""
        self.select(at)
        pasting = threading.Thread(target=self.dispatch, args=("Paste",), daemon=True)
        pasting.start()
        while pasting.is_alive():
            self.accept("Import Options")
            time.sleep(LOOK)

    def accept(self, title):
        """Presses OK in the window of a title, if there is one."""
        try:
            for at in range(self.toolkit.getTopWindowCount()):
                window = self.toolkit.getTopWindow(at)
                context = window.getAccessibleContext() if window else None
                ok = button(window, "OK") if context and context.getAccessibleName() == title else None
                if ok:
                    ok.doAccessibleAction(0)
        except (DisposedException, IndexOutOfBoundsException):
            # A window that opens or closes while it is looked at: there is another look.
            pass

    def read(self, area):
        cells = self.sheet.getCellRangeByName(area)
        columns, rows = range(cells.Columns.Count), range(cells.Rows.Count)
        return [[self.told(cells.getCellByPosition(x, y)) for x in columns] for y in rows]

    def told(self, cell):
        kind = cell.Type.value
        if kind == "VALUE":
            return {"kind": "number", "value": cell.Value, "shown": cell.String}
        if kind == "TEXT":
            return {"kind": "text", "text": cell.String}
        return {"kind": "formula", "formula": cell.Formula} if kind == "FORMULA" else {"kind": "empty"}

    def clear(self):
        """An empty sheet, without a trace of what was there."""
        sheets = self.document.Sheets
        sheets.insertNewByName(f"sheet {sheets.Count + 1}", 0)
        self.document.CurrentController.ActiveSheet = sheets.getByIndex(0)


def main(pipe):
    calc = Calc(connect(pipe))
    print(json.dumps({"answer": None}), flush=True)
    for line in sys.stdin:
        command = json.loads(line)
        try:
            answer = {"answer": getattr(calc, command.pop("do"))(**command)}
        except Exception as error:
            answer = {"error": repr(error)}
        print(json.dumps(answer), flush=True)


main(sys.argv[1])
