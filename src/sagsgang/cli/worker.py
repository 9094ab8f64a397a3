"""`sagsgang worker`: makes the PDFs that are missing, sends notices and remembers, until it is told to stop."""

import argparse
import signal
import threading

from sagsgang.cli.arguments import Commands, seconds


def add(commands: Commands) -> None:
    """Its arguments."""
    parser = commands.add_parser("worker", help="lav PDF, send beskeder og påmindelser (serve starter den selv)")
    parser.add_argument("--once", action="store_true", help="hold op, når alt har en PDF")
    parser.add_argument("--pause", type=seconds, default=2.0, metavar="SEKUNDER", help="mellem to eftersyn")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Work until SIGTERM or the keyboard's interrupt; then finish the PDF under way and stop."""
    from sagsgang.config.lifeline import hold
    from sagsgang.config.prepare import prepare

    hold()
    prepare()
    from sagsgang.alerts.work import Herald
    from sagsgang.archive.bulk.packer import Packer
    from sagsgang.archive.stamps import Stamper
    from sagsgang.archive.worker import Worker
    from sagsgang.jobs.hours import Sender
    from sagsgang.jobs.renditions import Converter
    from sagsgang.jobs.work import Messenger

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    worker, messenger, converter, stamper = Worker(stop), Messenger(), Converter(), Stamper()
    herald, packer, sender = Herald(), Packer(stop), Sender()
    while not stop.is_set():
        # Whoever follows something does not wait until all that was published has a PDF, nor the PDFs for the mails.
        # Nor does an agenda whose hour has come.
        told = sender.work() | herald.work()
        if messenger.work() or converter.work() or worker.work() or stamper.work() or packer.work() or told:
            continue
        if options.once:
            break
        stop.wait(options.pause)
    worker.close()
    return 1 if options.once and worker.failed else 0
