#include "app/gateway_simulator/control.h"
#include "app/gateway_simulator/mitake.h"
#include "app/gateway_simulator/vendor.h"
#include "services/http/server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <csignal>
#include <cstdio>

// The stand-in for EVERY8D and Mitake, which have no sandbox: their endpoints, their answers good and bad, their
// callbacks, and the handsets behind them. For development and tests only.
using namespace wemo;

namespace {
void say(const QJsonObject &line) {
    std::fputs((QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n').constData(), stdout);
    std::fflush(stdout);
}

int fail(const Error &error) {
    say({{"event", "failed"}, {"code", error.code}, {"message", error.message}});
    return 1;
}

http::Response route(const http::Request &request, simulator::Vendor &vendor, simulator::Mitake &mitake,
                     simulator::Control &control) {
    if (request.path.startsWith(u"/API21/HTTP/"))
        return vendor.handle(request);
    if (request.path.startsWith(u"/api/mtk/") || request.path.startsWith(u"/b2c/mtk/"))
        return mitake.handle(request);
    if (request.path.startsWith(u"/simulator/"))
        return control.handle(request);
    http::Response response;
    response.status = 404;
    return response;
}

int serve(const QString &listen, const QString &state, sigset_t signals) {
    simulator::NetworkOptions options;
    options.callbackUrl = qEnvironmentVariable("WEMO_SIMULATOR_CALLBACK_URL");
    simulator::Behaviour behaviour;
    simulator::Journal journal;
    http::Client client;
    simulator::Network network(options, behaviour, journal, client);
    const auto restore = [&network](const QJsonObject &line) { network.restore(line); };
    if (const Result<void> opened = journal.open(state, restore); !opened)
        return fail(opened.error());
    if (const Result<void> compacted = journal.rewrite(network.snapshot()); !compacted)
        return fail(compacted.error());
    const simulator::Credentials login{qEnvironmentVariable("WEMO_SIMULATOR_UID"),
                                       qEnvironmentVariable("WEMO_SIMULATOR_PASSWORD")};
    simulator::Vendor vendor(login, behaviour, network);
    simulator::Mitake mitake(login, behaviour, network);
    simulator::Control control(behaviour, network);
    http::ServerOptions server;
    server.address = listen.section(u':', 0, -2);
    server.port = listen.section(u':', -1).toUShort();
    server.handlerTime = std::chrono::seconds(130); // longer than the longest scripted delay
    server.threads = 16;
    http::Server http(server, [&](const http::Request &request) { return route(request, vendor, mitake, control); });
    if (const Result<void> started = http.start(); !started)
        return fail(started.error());
    network.start();
    say({{"event", "ready"}, {"address", QString("http://%1:%2").arg(server.address).arg(http.port())}});
    int signal = 0;
    sigwait(&signals, &signal);
    http.stop(std::chrono::seconds(1));
    network.stop();
    return 0;
}
} // namespace

int main(int argc, char **argv) {
    // Before any thread is made, so that all of them leave these signals to sigwait().
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName("wemo-gateway-simulator");
    QCoreApplication::setApplicationVersion(WEMO_VERSION);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "A stand-in for the SMS gateways EVERY8D (/API21/HTTP/) and Mitake (/api/mtk/), for development and tests. "
        "The login of both is read from WEMO_SIMULATOR_UID and WEMO_SIMULATOR_PASSWORD, the address of EVERY8D's "
        "callbacks from WEMO_SIMULATOR_CALLBACK_URL; Mitake is told its own with each message.\n\n" +
        QString::fromLatin1(simulator::Control::help()));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{"listen", "Address and port; port 0 is a free one.", "address:port", "127.0.0.1:0"},
                       {"state", "File that keeps messages and pending receipts over a restart.", "file"}});
    parser.process(application);
    return serve(parser.value("listen"), parser.value("state"), signals);
}
