#pragma once
#include "models/sms/message.h"
#include "services/sms/gateway.h"

#include <map>

namespace wemo::sms {

/// A gateway and how much of each purpose it is given, in proportion to the others. 0 = only where none of the others
/// will do; a purpose that is not named = never.
struct GatewayShare {
    Gateway &gateway;
    std::map<Purpose, int> weights;
};

/// The gateways there are, and which one a message goes to. Holds none of them: they outlive it. Thread-safe.
class Gateways {
public:
    explicit Gateways(QList<GatewayShare> shares);
    Q_DISABLE_COPY_MOVE(Gateways)

    /// By the name in a message's record; null where that gateway is no longer configured.
    Gateway *find(const QString &name) const;
    /// For a message that has left for none yet; null: none is left. `excluded` holds names.
    Gateway *choose(Purpose purpose, const QStringList &excluded = {});
    QList<Gateway *> all() const;

private:
    const QList<GatewayShare> m_shares;
};

} // namespace wemo::sms
