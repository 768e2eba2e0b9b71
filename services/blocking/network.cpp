#include "services/blocking/network.h"

#include <arpa/inet.h>

#include <algorithm>

namespace wemo::blocking {

namespace {
constexpr int allBits = 128, v4Start = 96; ///< bits before an IPv4 address in its IPv6 form
constexpr int shortestV4 = v4Start + 8, shortestV6 = 16;
constexpr std::array<quint8, 12> v4Prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

Failure refused(const char *code, const char *message) {
    return failure(ErrorKind::InvalidInput, QString::fromLatin1(code), QString::fromLatin1(message));
}

std::optional<int> lengthOf(const QString &text) {
    const bool isPlain = !text.isEmpty() && text.size() <= 3 && (text.size() == 1 || text[0] != u'0') &&
                         std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isPlain ? std::optional(text.toInt()) : std::nullopt;
}
} // namespace

std::optional<Network> Network::address(const QString &text) {
    Network result;
    const QByteArray latin = text.toLatin1();
    if (text.size() != latin.size() || latin.contains('\0'))
        return {};
    if (inet_pton(AF_INET, latin.constData(), result.m_bytes.data() + v4Prefix.size()) == 1) {
        std::copy(v4Prefix.begin(), v4Prefix.end(), result.m_bytes.begin());
        return result;
    }
    return inet_pton(AF_INET6, latin.constData(), result.m_bytes.data()) == 1 ? std::optional(result) : std::nullopt;
}

Result<Network> Network::cidr(const QString &text) {
    const qsizetype slash = text.indexOf(u'/');
    const std::optional<Network> whole = address(text.left(slash));
    const std::optional<int> length = slash < 0 ? std::nullopt : lengthOf(text.mid(slash + 1));
    if (!whole || !length)
        return refused("bad-cidr", "Write a network as 203.0.113.0/24 or 2001:db8::/48.");
    // "::ffff:10.0.0.0/104" is written in the IPv6 form and counts its bits so.
    const bool isShort = whole->isV4() && !text.contains(u':');
    const int bits = isShort ? v4Start + *length : *length;
    if (bits > allBits)
        return refused("bad-cidr", "This is longer than an address is.");
    const Network network = whole->first(bits);
    const bool holdsAllOfV4 = bits <= v4Start && address("::ffff:0:0")->first(bits) == network;
    if (holdsAllOfV4 || bits < (network.isV4() ? shortestV4 : shortestV6))
        return refused("too-wide", "This network is too wide: /8 is the widest of IPv4, /16 of IPv6.");
    if (!(network.first(bits).m_bytes == whole->m_bytes))
        return refused("host-bits", "There are bits past the length: write the network's first address.");
    return network;
}

bool Network::isV4() const {
    return m_bits >= v4Start && std::equal(v4Prefix.begin(), v4Prefix.end(), m_bytes.begin());
}

Network Network::first(int bits) const {
    Network result = *this;
    result.m_bits = bits;
    for (int i = 0; i < 16; ++i) {
        const int kept = std::clamp(bits - i * 8, 0, 8);
        auto &byte = result.m_bytes[static_cast<std::size_t>(i)];
        byte = static_cast<quint8>(byte & (0xff00 >> kept));
    }
    return result;
}

QString Network::text() const {
    char text[INET6_ADDRSTRLEN] = {};
    const bool v4 = isV4();
    inet_ntop(v4 ? AF_INET : AF_INET6, m_bytes.data() + (v4 ? v4Prefix.size() : 0), text, sizeof text);
    const QString address = QString::fromLatin1(text);
    return m_bits == allBits ? address : QString("%1/%2").arg(address).arg(v4 ? m_bits - v4Start : m_bits);
}

} // namespace wemo::blocking
