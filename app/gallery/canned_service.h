#pragma once
#include "app/gallery/canned_blocking.h"
#include "app/gallery/canned_campaigns.h"
#include "app/gallery/canned_delivery.h"
#include "app/gallery/canned_messages.h"
#include "app/gallery/canned_network.h"
#include "app/gallery/canned_pricing.h"
#include "app/gallery/canned_queue.h"
#include "models/staff/session.h"

#include <QJsonArray>

#include <map>

namespace wemo::gallery {

/// The service as the pictures need it: routes of the real one over canned data, and whatever a scene makes go wrong.
class CannedService final {
public:
    CannedService();

    CannedAnswer answer(const CannedRequest &request);
    /// From now on this route answers so: "GET /api/v1/sms/messages", or any path below it with a "*" at the end.
    void fail(const QString &route, const CannedAnswer &answer) { m_failures[route] = answer; }
    void mend() { m_failures.clear(); }
    static CannedAnswer problem(int status, const QString &kind, const QString &code, const QString &detail,
                                qint64 retryAfterMs = 0);
    static CannedAnswer wrongField(const QString &path, const QString &code, const QString &detail);

    static staff::Session session(staff::Role role);
    QList<wemo::sms::Message> &messages() { return m_messages; }
    CannedQueue &queue() { return m_queue; }
    CannedDelivery &delivery() { return m_delivery; }
    CannedPricing &pricing() { return m_pricing; }
    CannedCampaigns &campaigns() { return m_campaigns; }
    CannedBlocking &blocking() { return m_blocking; }
    /// Who asks: the stage tells when somebody signs in.
    void setCaller(const staff::Account &caller) { m_caller = caller; }
    /// Texts the virtual handset has received.
    void receive(const QString &text);
    /// Every request so far, "POST /auth/v1/challenges".
    const QStringList &log() const { return m_log; }
    const QList<CannedRequest> &requests() const { return m_requests; }
    Instant now() const { return m_now; }
    void setNow(Instant now) { m_now = now; }
    bool live = true;        ///< whether event streams stay open
    qint64 outlineLimit = 0; ///< how far the outline counts; 0 = to the end

private:
    CannedAnswer shell(const CannedRequest &request);
    CannedAnswer sms(const CannedRequest &request);
    CannedAnswer list(const QUrlQuery &query);
    CannedAnswer outline(const QUrlQuery &query);
    CannedAnswer act(const QString &id, const QString &verb);
    CannedAnswer send(const QJsonObject &body);
    CannedAnswer bulk(const CannedRequest &request);
    /// The story of a message's job, where the queue's own jobs are no part of it.
    std::optional<CannedAnswer> job(const CannedRequest &request) const;
    CannedAnswer rider(const CannedRequest &request);
    CannedAnswer verify(const CannedRequest &request);
    CannedAnswer challenge(int status) const;
    CannedAnswer grant() const;
    CannedAnswer handset(const QUrlQuery &query) const;

    QList<wemo::sms::Message> m_messages;
    std::map<QString, CannedAnswer> m_failures;
    QStringList m_log;
    QList<CannedRequest> m_requests;
    QJsonArray m_handset;
    qint64 m_bulkDone = 0;
    bool m_bulkCanceled = false;
    int m_checksLeft = 5;
    Instant m_now;
    CannedQueue m_queue;
    CannedDelivery m_delivery;
    CannedPricing m_pricing;
    CannedCampaigns m_campaigns;
    CannedBlocking m_blocking;
    staff::Account m_caller;
};

} // namespace wemo::gallery
