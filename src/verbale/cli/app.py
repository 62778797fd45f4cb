"""The commands put together."""

from typing import Annotated

import typer

from verbale.cli import (
    add,
    batch,
    changes,
    check,
    dossier,
    event,
    explain,
    export,
    forget,
    gold,
    identities,
    join,
    read,
    register,
    schema,
    screen,
    search,
    serve,
    stats,
    ties,
    timeline,
    types,
    unread,
    watch,
    who,
)

app = typer.Typer(
    name="verbale",
    help="Reads news reports about politics and diplomacy: who did what to whom, when, where.",
    epilog="Example: verbale read report.txt --published 2024-06-11",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
app.command("read", epilog=read.EPILOG)(read.read)
app.command("add", epilog=add.EPILOG)(add.add)
app.command("batch", epilog=batch.EPILOG)(batch.batch)
app.command("watch", epilog=watch.EPILOG)(watch.watch)
app.command("search", epilog=search.EPILOG)(search.search)
app.command("who", epilog=who.EPILOG)(who.who)
app.command("dossier", epilog=dossier.EPILOG)(dossier.dossier)
app.command("timeline", epilog=timeline.EPILOG)(timeline.timeline)
app.command("ties", epilog=ties.EPILOG)(ties.ties)
app.command("event", epilog=event.EPILOG)(event.event)
app.command("join", epilog=join.EPILOG)(join.join)
app.command("changes", epilog=changes.EPILOG)(changes.changes)
app.command("stats", epilog=stats.EPILOG)(stats.stats)
app.command("unread", epilog=unread.EPILOG)(unread.unread)
app.command("merge", epilog=identities.MERGE_EPILOG)(identities.merge)
app.command("split", epilog=identities.SPLIT_EPILOG)(identities.split)
app.command("confirm", epilog=identities.CONFIRM_EPILOG)(identities.confirm)
app.command("forget", epilog=forget.EPILOG)(forget.forget)
app.command("export", epilog=export.EPILOG)(export.export)
app.command("explain", epilog=explain.EPILOG)(explain.explain)
app.command("types", epilog=types.EPILOG)(types.types)
app.command("serve", epilog=serve.EPILOG)(serve.serve)
app.command("schema", epilog=schema.EPILOG)(schema.schema)
app.command("screen", epilog=screen.EPILOG)(screen.screen)
app.command("check", epilog=check.EPILOG)(check.check)
app.add_typer(gold.app)
app.add_typer(register.app)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - typer hands it over like this
    """Print the version and stop, if it is wanted."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"verbale {version('verbale')}")
        raise typer.Exit


@app.callback()
def _verbale(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Options before the command."""
