#pragma once
#include "models/core/result.h"

#include <QStringList>

#include <memory>

namespace wemo::http {

/// Addresses and networks ("203.0.113.7", "203.0.113.0/24", "2001:db8::/32") that somebody may come from.
class AddressList {
public:
    AddressList(); ///< empty
    /// Comma separated; spaces do not matter. InvalidInput names what cannot be read.
    static Result<AddressList> parse(const QString &list);

    bool isEmpty() const;
    /// An IPv4 address mapped into IPv6 counts as what it is. False for what is no address.
    bool holds(const QString &address) const;

private:
    struct Networks;
    std::shared_ptr<const Networks> m_networks;
};

} // namespace wemo::http
