#!/usr/bin/env python3
"""Opens pages in a headless Chromium that has no network, and lists what they asked for.

usage: open-page.py --has-browser
       open-page.py [--click SELECTOR]... [--screenshot PNG] [--size WxH] [--dark] PAGE...

PAGE is a file, perhaps with a #fragment. Every request but file:, data: and blob: is printed, blocked
ones too; the exit code is 1 if there was one, 2 if the browser or a page could not be used.
The browser is spoken to through a pipe (--remote-debugging-pipe), so nothing is needed but Python.
"""

import argparse
import base64
import json
import os
import pathlib
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --disable-default-apps --disable-extensions --mute-audio"
    " --disable-dev-shm-usage --hide-scrollbars --proxy-server=http://127.0.0.1:9 --remote-debugging-pipe"
).split()
LOCAL = ("file:///", "data:", "blob:", "about:", "chrome-error:")


class Browser:
    """A Chromium that hears commands on its descriptor 3 and answers on 4."""

    def __init__(self, program, profile):
        command_read, self.command = os.pipe()
        self.answer, answer_write = os.pipe()

        def as_3_and_4():
            read, write = os.dup(command_read), os.dup(answer_write)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            [program, *FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + profile, "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=as_3_and_4, close_fds=False)
        os.close(command_read)
        os.close(answer_write)
        self.buffer = b""
        self.last = 0
        self.asked = []
        self.quiet_since = time.monotonic()

    def send(self, method, session=None, **params):
        self.last += 1
        message = {"id": self.last, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.command, json.dumps(message).encode() + b"\0")
        return self.last

    def call(self, method, session=None, **params):
        number = self.send(method, session, **params)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            message = self.receive(deadline - time.monotonic())
            if message and message.get("id") == number:
                if "error" in message:
                    raise OSError(method + ": " + message["error"]["message"])
                return message["result"]
        raise OSError(method + ": no answer within 60 s")

    def receive(self, seconds):
        deadline = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.answer], [], [], left)[0]:
                return None
            piece = os.read(self.answer, 1 << 16)
            if not piece:
                raise OSError("the browser ended")
            self.buffer += piece
        text, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(text)
        self.note(message)
        return message

    def note(self, message):
        """Keeps what a page, a frame or a worker asked for, or was kept from asking for."""
        method, params = message.get("method"), message.get("params", {})
        if method == "Target.attachedToTarget":
            session = params["sessionId"]
            for command in ("Network.enable", "Log.enable", "Runtime.runIfWaitingForDebugger"):
                self.send(command, session)
            self.send("Target.setAutoAttach", session, autoAttach=True, waitForDebuggerOnStart=True, flatten=True)
        urls = []
        if method == "Network.requestWillBeSent":
            urls = [params["request"]["url"]]
        elif method == "Network.webSocketCreated":
            urls = [params["url"]]
        elif method == "Log.entryAdded":
            entry = params["entry"]
            urls = re.findall(r"(?:https?|wss?|ftp):[^\s'\"]+", entry["text"])
            urls += [entry["url"]] if entry.get("url") else []
        if urls:
            self.quiet_since = time.monotonic()
        self.asked += [url for url in urls if not url.startswith(LOCAL)]

    def settle(self):
        """Waits until nothing was asked for during a while."""
        deadline = time.monotonic() + 20
        self.quiet_since = time.monotonic()
        while time.monotonic() < min(deadline, self.quiet_since + 1.5):
            self.receive(0.2)

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def evaluate(browser, session, script):
    answer = browser.call("Runtime.evaluate", session, expression=script, returnByValue=True, awaitPromise=True)
    return answer["result"].get("value")


def visit(browser, page, options):
    """The addresses that a page asked for."""
    browser.asked = []
    path, _, fragment = page.partition("#")
    url = pathlib.Path(path).resolve(strict=True).as_uri() + ("#" + fragment if fragment else "")
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Network", "Log"):
        browser.call(domain + ".enable", session)
    browser.call("Target.setAutoAttach", session, autoAttach=True, waitForDebuggerOnStart=True, flatten=True)
    width, height = map(int, options.size.split("x"))
    browser.call("Emulation.setDeviceMetricsOverride", session, width=width, height=height, deviceScaleFactor=1,
                 mobile=width < 600)
    browser.call("Emulation.setEmulatedMedia", session,
                 features=[{"name": "prefers-color-scheme", "value": "dark" if options.dark else "light"}])
    error = browser.call("Page.navigate", session, url=url).get("errorText")
    if error:
        raise OSError(page + ": " + error)
    browser.settle()
    if not evaluate(browser, session, "document.body.innerText.trim().length"):
        raise OSError(page + ": the page shows nothing")
    for selector in options.click:
        if not evaluate(browser, session, "(e => e && (e.click(), true))(document.querySelector(%s))" % json.dumps(selector)):
            raise OSError(page + ": nothing to click at " + selector)
        browser.settle()
    if options.screenshot:
        image = browser.call("Page.captureScreenshot", session, captureBeyondViewport=False)["data"]
        pathlib.Path(options.screenshot).write_bytes(base64.b64decode(image))
    browser.call("Target.closeTarget", targetId=target)
    return list(dict.fromkeys(browser.asked))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--click", action="append", default=[])
    parser.add_argument("--screenshot")
    parser.add_argument("--size", default="1280x900")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--has-browser", action="store_true")
    parser.add_argument("pages", nargs="*")
    options = parser.parse_args()
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if options.has_browser:
        return 0 if program else 1
    if not program:
        print("no Chromium found", file=sys.stderr)
        return 2
    found = False
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(program, profile)
        try:
            for page in options.pages:
                for url in visit(browser, page, options):
                    found = True
                    print("%s asks for %s" % (page, url))
        except OSError as error:
            print(error, file=sys.stderr)
            return 2
        finally:
            browser.close()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
