#include "services/http/address_list.h"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

namespace wemo::http {

namespace ip = boost::asio::ip;

struct AddressList::Networks {
    std::vector<ip::network_v4> v4;
    std::vector<ip::network_v6> v6;

    bool add(const std::string &text) {
        boost::system::error_code wrong;
        const auto slash = text.find('/');
        const bool isV6 = text.find(':') != std::string::npos;
        const std::string whole = slash == std::string::npos ? text + (isV6 ? "/128" : "/32") : text;
        if (isV6) {
            const ip::network_v6 network = ip::make_network_v6(whole, wrong);
            if (!wrong)
                v6.push_back(network.canonical());
        } else {
            const ip::network_v4 network = ip::make_network_v4(whole, wrong);
            if (!wrong)
                v4.push_back(network.canonical());
        }
        return !wrong;
    }
};

AddressList::AddressList()
    : m_networks(std::make_shared<Networks>()) {}

Result<AddressList> AddressList::parse(const QString &list) {
    auto networks = std::make_shared<Networks>();
    const QStringList parts = list.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        if (const QString text = part.trimmed(); !text.isEmpty() && !networks->add(text.toStdString()))
            return failure(ErrorKind::InvalidInput, "bad-address",
                           QString("\"%1\" is no address and no network.").arg(text));
    AddressList result;
    result.m_networks = std::move(networks);
    return result;
}

bool AddressList::isEmpty() const {
    return m_networks->v4.empty() && m_networks->v6.empty();
}

bool AddressList::holds(const QString &text) const {
    boost::system::error_code wrong;
    ip::address address = ip::make_address(text.toStdString(), wrong);
    if (wrong)
        return false;
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = ip::make_address_v4(ip::v4_mapped, address.to_v6());
    // The network of the address with this length is the network itself.
    if (address.is_v4())
        return std::any_of(m_networks->v4.begin(), m_networks->v4.end(), [&](const ip::network_v4 &network) {
            return ip::network_v4(address.to_v4(), network.prefix_length()).canonical() == network;
        });
    return std::any_of(m_networks->v6.begin(), m_networks->v6.end(), [&](const ip::network_v6 &network) {
        return ip::network_v6(address.to_v6(), network.prefix_length()).canonical() == network;
    });
}

} // namespace wemo::http
