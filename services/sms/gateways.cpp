#include "services/sms/gateways.h"

namespace wemo::sms {

Gateways::Gateways(QList<GatewayShare> shares)
    : m_shares(std::move(shares)) {}

Gateway *Gateways::find(const QString &name) const {
    for (const GatewayShare &share : m_shares)
        if (share.gateway.name() == name)
            return &share.gateway;
    return nullptr;
}

Gateway *Gateways::choose(Purpose purpose, const QStringList &excluded) {
    for (const GatewayShare &share : m_shares)
        if (share.weights.contains(purpose) && !excluded.contains(share.gateway.name()))
            return &share.gateway;
    return nullptr;
}

QList<Gateway *> Gateways::all() const {
    QList<Gateway *> found;
    for (const GatewayShare &share : m_shares)
        found.append(&share.gateway);
    return found;
}

} // namespace wemo::sms
