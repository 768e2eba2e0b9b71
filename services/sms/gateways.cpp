#include "services/sms/gateways.h"

namespace wemo::sms {

Gateways::Gateways(const std::vector<GatewayShare> &shares, const Clock &clock, BreakerOptions breaker)
    : m_clock(clock) {
    for (const GatewayShare &share : shares)
        m_members.push_back({share, CircuitBreaker(breaker)});
}

Gateway *Gateways::find(const QString &name) const {
    for (const Member &member : m_members)
        if (member.share.gateway.name() == name)
            return &member.share.gateway;
    return nullptr;
}

Gateways::Rank Gateways::rankOf(const Member &member, Purpose purpose, const QStringList &excluded, Instant now) const {
    const auto weight = member.share.weights.find(purpose);
    if (weight == member.share.weights.end() || excluded.contains(member.share.gateway.name()))
        return Rank::Never;
    if (member.breaker.allows(now))
        return weight->second > 0 ? Rank::Share : Rank::Reserve;
    return weight->second > 0 ? Rank::Out : Rank::OutReserve;
}

Gateway *Gateways::take(Member &member) {
    member.breaker.asked(m_clock.now());
    return &member.share.gateway;
}

Gateway *Gateways::choose(Purpose purpose, const QStringList &excluded) {
    const std::lock_guard lock(m_mutex);
    const Instant now = m_clock.now();
    Rank best = Rank::Never;
    for (const Member &member : m_members)
        best = std::min(best, rankOf(member, purpose, excluded, now));
    if (best == Rank::Never)
        return nullptr;
    // Each turn, everyone's due grows by its weight; who has most pays for all. So shares are exact, and well mixed.
    Member *chosen = nullptr;
    int total = 0;
    for (Member &member : m_members) {
        if (rankOf(member, purpose, excluded, now) != best)
            continue;
        const int weight = member.share.weights.at(purpose);
        member.due[purpose] += weight;
        total += weight;
        if (!chosen || member.due[purpose] > chosen->due[purpose])
            chosen = &member;
    }
    chosen->due[purpose] -= total;
    return take(*chosen);
}

bool Gateways::offers(Purpose purpose, const QStringList &excluded) const {
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_members.begin(), m_members.end(), [&](const Member &member) {
        return rankOf(member, purpose, excluded, m_clock.now()) != Rank::Never;
    });
}

void Gateways::told(const QString &name, const SubmissionAnswer &answer) {
    // What is wrong with one message is not the gateway's fault.
    const bool isHealthy = !answer.retriable && !answer.elsewhere && answer.state != DeliveryState::SubmitUnknown;
    const std::lock_guard lock(m_mutex);
    for (Member &member : m_members)
        if (member.share.gateway.name() == name)
            member.breaker.told(isHealthy, m_clock.now());
}

QList<Gateway *> Gateways::all() const {
    QList<Gateway *> found;
    for (const Member &member : m_members)
        found.append(&member.share.gateway);
    return found;
}

QList<Gateways::Status> Gateways::statuses() const {
    const std::lock_guard lock(m_mutex);
    QList<Status> found;
    for (const Member &member : m_members) {
        const Gateway &gateway = member.share.gateway;
        found.append({gateway.name(), member.share.weights, gateway.idempotentFor(), member.breaker.isClosed()});
    }
    return found;
}

} // namespace wemo::sms
