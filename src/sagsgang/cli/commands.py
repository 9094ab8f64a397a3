"""Which module of this package holds which command, in the order of the help. A module has `add` and `run`."""

COMMANDS = {
    "read": "read",
    "import": "import_",
    "doubts": "doubts",
    "findings": "findings",
    "verify": "verify",
    "export": "export",
    "records": "records",
    "restore": "restore",
    "withdraw": "withdraw",
    "erase": "erase",
    "account": "account",
    "demo": "demo",
    "serve": "serve",
    "worker": "worker",
    "migrate": "migrate",
    "backup": "backup",
    "recover": "recover",
}
