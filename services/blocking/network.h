#pragma once
#include "models/core/result.h"

#include <array>

namespace wemo::blocking {

/// An address or a network. IPv4 stands in the IPv6 form "::ffff:a.b.c.d", so that both have one order and one length,
/// 0 to 128 bits. The bits past the length are zero.
class Network {
public:
    /// "203.0.113.7", "2001:db8::1": 128 bits. Nothing for anything else, zone ids and leading zeros among it.
    static std::optional<Network> address(const QString &text);
    /// InvalidInput: "bad-cidr", "host-bits" (10.0.0.1/24 is probably a mistake), "too-wide" (it would ban the world).
    static Result<Network> cidr(const QString &text);

    int bits() const { return m_bits; }
    bool isV4() const;
    Network first(int bits) const; ///< the network of that length which this is in
    bool contains(const Network &other) const { return m_bits <= other.m_bits && other.first(m_bits) == *this; }
    QString text() const; ///< "203.0.113.0/24", "2001:db8::1": one form only
    bool operator==(const Network &) const = default;

private:
    std::array<quint8, 16> m_bytes{};
    int m_bits = 128;
};

} // namespace wemo::blocking
