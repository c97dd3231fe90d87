"""The subcommands, a module each: `gidisc NAME` is `command` of the module NAME."""
