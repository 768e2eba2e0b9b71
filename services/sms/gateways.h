#pragma once
#include "models/sms/message.h"
#include "services/sms/circuit_breaker.h"
#include "services/sms/gateway.h"

#include <map>
#include <mutex>
#include <vector>

namespace wemo::sms {

/// A gateway and how much of each purpose it is given, in proportion to the others. 0 = only where none of the others
/// will do; a purpose that is not named = never.
struct GatewayShare {
    Gateway &gateway;
    std::map<Purpose, int> weights;
};

/// The gateways there are, and which one a message goes to. Holds none of them: they outlive it. What it learns of
/// gateways that fail, it learns for this process alone. Thread-safe.
class Gateways {
public:
    Gateways(const std::vector<GatewayShare> &shares, const Clock &clock, BreakerOptions breaker = {});
    Q_DISABLE_COPY_MOVE(Gateways)

    /// By the name in a message's record; null where that gateway is no longer configured.
    Gateway *find(const QString &name) const;
    /// For a message that has left for none yet; null: none is left. `excluded` holds names. One that keeps failing is
    /// passed over while another can do it; the last one left is asked all the same.
    Gateway *choose(Purpose purpose, const QStringList &excluded = {});
    /// Whether choose() would find one.
    bool offers(Purpose purpose, const QStringList &excluded) const;
    /// How a submission went, so that a gateway that keeps failing is taken out for a while.
    void told(const QString &name, const SubmissionAnswer &answer);
    QList<Gateway *> all() const;

    struct Status {
        QString name;
        std::map<Purpose, int> weights;
        std::optional<Milliseconds> idempotentFor;
        bool isUp = true; ///< false: taken out, or being tried again
    };
    QList<Status> statuses() const;

private:
    struct Member {
        GatewayShare share;
        CircuitBreaker breaker;
        std::map<Purpose, int> due = {}; ///< how far it is behind its share
    };
    enum class Rank { Share, Reserve, Out, OutReserve, Never }; ///< the lowest is chosen from
    Rank rankOf(const Member &member, Purpose purpose, const QStringList &excluded, Instant now) const;
    Gateway *take(Member &member);

    const Clock &m_clock;
    mutable std::mutex m_mutex;
    std::vector<Member> m_members;
};

} // namespace wemo::sms
