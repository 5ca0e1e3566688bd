"""Saves a document as .xlsx with a password, through LibreOffice: encrypt.py <pipe> <from url> <to url>."""

import sys
import time

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.connection import NoConnectException


def named(name, value):
    made = PropertyValue()
    made.Name = name
    made.Value = value
    return made


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not come")


pipe, source, target = sys.argv[1:]
context = connect(pipe)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
document = desktop.loadComponentFromURL(source, "_blank", 0, (named("Hidden", True),))
secret = (NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", "bí mật"))
filter_name = named("FilterName", "Calc MS Excel 2007 XML")
encryption = named("EncryptionData", uno.Any("[]com.sun.star.beans.NamedValue", secret))
document.storeToURL(target, (filter_name, encryption))
document.close(True)
desktop.terminate()
