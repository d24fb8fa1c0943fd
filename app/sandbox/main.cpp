// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxarguments.h"
#include "app/sandbox/sandboxserver.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace {

constexpr int cannotListen = 1;
constexpr int wrongArguments = 2;

void say(std::FILE *where, const QString &text)
{
    std::fputs(qUtf8Printable(text), where);
    std::fflush(where);
}

/// The sandbox keeps nothing, so there is nothing to put away, and no stalled client may hold it up.
void endNow(int)
{
    std::_Exit(EXIT_SUCCESS);
}

/// The parent holds the other end. It is closed when the parent is gone, however it went.
void endWithStdin()
{
    while (std::fgetc(stdin) != EOF) { }
    endNow(0);
}

int serve(const SandboxArguments &arguments)
{
    const PretendFleet fleet(arguments.size);
    SandboxState state(fleet, SandboxClock(arguments.speed));
    SandboxServer server(state, arguments.reading, arguments.key);
    const std::optional<int> port = server.listen(arguments.port);
    if (!port) {
        say(stderr,
            QCoreApplication::translate("SandboxMain",
                                        "Port %1 of 127.0.0.1 cannot be used; another program may have it.\n")
                .arg(arguments.port));
        return cannotListen;
    }
    say(stdout, QStringLiteral("PORT %1\n").arg(*port));
    if (server.serve())
        return EXIT_SUCCESS;
    say(stderr, QCoreApplication::translate("SandboxMain", "The socket on 127.0.0.1 broke.\n"));
    return cannotListen;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const tl::expected<SandboxArguments, QString> arguments =
        SandboxArguments::read(QCoreApplication::arguments());
    if (!arguments) {
        say(stderr, arguments.error() + QLatin1Char('\n'));
        return wrongArguments;
    }
    if (arguments->wish == SandboxArguments::Wish::ShowText) {
        say(stdout, arguments->text);
        return EXIT_SUCCESS;
    }
    std::signal(SIGTERM, endNow);
    std::signal(SIGINT, endNow);
    if (arguments->endsWithStdin)
        std::thread(endWithStdin).detach();
    return serve(*arguments);
}
