#include "tests/bench/sms_callback_bench/load.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <vector>

namespace wemo::bench {

namespace {
using Clock = std::chrono::steady_clock;

struct Peer {
    int socket = -1;
    QByteArray received;
    Clock::time_point due;
    bool isBusy = false;
};

int connectTo(int port) {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot connect to port %d", port);
    return fd;
}

void send(const Peer &peer, const QByteArray &head, const QByteArray &body) {
    const QByteArray request = head + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    if (::send(peer.socket, request.constData(), static_cast<std::size_t>(request.size()), MSG_NOSIGNAL) !=
        request.size())
        qFatal("a request did not go out");
}

double msSince(Clock::time_point then) {
    return std::chrono::duration<double, std::milli>(Clock::now() - then).count();
}

double percentile(const std::vector<double> &sorted, double part) {
    return sorted.empty() ? 0 : sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}
} // namespace

Loaded post(const Load &load, const QByteArray &path, const QList<QByteArray> &bodies) {
    const QByteArray head = "POST " + path +
                            " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            "Content-Length: ";
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Peer> peers(static_cast<std::size_t>(load.connections));
    std::deque<Peer *> idle;
    for (Peer &peer : peers) {
        peer.socket = connectTo(load.port);
        epoll_event event{EPOLLIN, {.ptr = &peer}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, peer.socket, &event);
        idle.push_back(&peer);
    }
    const auto begun = Clock::now();
    const auto end = begun + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(load.seconds));
    const auto dueAt = [&](qint64 n) {
        return load.perSecond > 0 ? begun + std::chrono::duration_cast<Clock::duration>(
                                                std::chrono::duration<double>(static_cast<double>(n) / load.perSecond))
                                  : Clock::now();
    };
    Loaded loaded;
    std::vector<double> times;
    qint64 sent = 0;
    for (std::vector<epoll_event> events(peers.size());;) {
        while (!idle.empty() && Clock::now() < end && dueAt(sent) <= Clock::now()) {
            Peer &peer = *idle.front();
            idle.pop_front();
            peer.due = dueAt(sent);
            peer.received.clear();
            send(peer, head, bodies[sent++ % bodies.size()]);
        }
        if (Clock::now() >= end && idle.size() == peers.size())
            break;
        const int count = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), 1);
        for (int i = 0; i < count; ++i) {
            Peer &peer = *static_cast<Peer *>(events[static_cast<std::size_t>(i)].data.ptr);
            char bytes[2048];
            const ssize_t got = ::recv(peer.socket, bytes, sizeof bytes, 0);
            if (got <= 0)
                qFatal("the service closed a connection");
            peer.received.append(bytes, got);
            if (!peer.received.contains("\r\n\r\n")) // a 200 has no body; of a refusal the head is enough
                continue;
            ++loaded.answered;
            loaded.refused += peer.received.startsWith("HTTP/1.1 200") ? 0 : 1;
            times.push_back(msSince(peer.due));
            idle.push_back(&peer);
        }
    }
    loaded.seconds = msSince(begun) / 1000;
    for (const Peer &peer : peers)
        ::close(peer.socket);
    ::close(poll);
    std::sort(times.begin(), times.end());
    loaded.p50Ms = percentile(times, 0.5);
    loaded.p99Ms = percentile(times, 0.99);
    loaded.longestMs = percentile(times, 1);
    return loaded;
}

} // namespace wemo::bench
