// queue_peer SOCKET: our engine as a program of its own, steered by JSON lines like the Node programs beside it
// (lines.js). Tests kill it and benchmarks measure it. It ends when its stdin does.
#include "tests/peers/engine_peer.h"

#include <QJsonDocument>

#include <iostream>

using namespace wemo::tests;

namespace {
void say(const QJsonObject &line) {
    std::cout << QJsonDocument(line).toJson(QJsonDocument::Compact).constData() << std::endl;
}
} // namespace

int main(int argc, char **argv) {
    if (argc != 2) {
        std::cerr << "usage: queue_peer SOCKET\n";
        return 2;
    }
    EnginePeer peer(argv[1]);
    say({{"id", 0}, {"ok", "ready"}});
    for (std::string line; std::getline(std::cin, line);) {
        const QJsonObject command = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        QJsonObject answer = peer.answer(command.value("do").toString(), command);
        answer.insert("id", command.value("id"));
        say(answer);
    }
    return 0;
}
