#pragma once
#include "tests/support/service_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

/// The real service with the demo company's prices, asked over HTTP.
namespace wemo::tests {

class PricingStand final {
public:
    using Answer = ServiceProgram::Answer;

    explicit PricingStand(int rides)
        : m_service(m_folder.filePath("data"),
                    {"--demo-messages", "0", "--demo-traffic", "0", "--demo-rides", QString::number(rides)}) {}
    Q_DISABLE_COPY_MOVE(PricingStand)

    bool start() {
        const auto key = [this] { return runtime::Secrets::load(m_folder.filePath("data/secrets.json"), false); };
        if (!m_service.start() || !key())
            return false;
        m_key = QString::fromLatin1(key()->quoteKey);
        m_staff = m_service.signIn("pricing");
        return !m_staff.isEmpty();
    }
    ServiceProgram &service() { return m_service; }
    QString key() const { return m_key; } ///< the rent service's

    /// As the pricing manager, or by `token`.
    Answer send(const QByteArray &method, const QString &path, const QByteArray &body, const QString &token = {}) {
        return m_service.send(method, path, body, token.isNull() ? m_staff : token);
    }
    Answer post(const QString &path, const QJsonObject &body, const QString &token = {}) {
        return send("POST", path, QJsonDocument(body).toJson(), token);
    }
    Answer get(const QString &path, const QString &token = {}) { return send("GET", path, {}, token); }
    QJsonArray timelines(const QString &part) { return get("/api/v1/pricing/timelines").body[part].toArray(); }
    QJsonObject plan(const QString &code) {
        const QJsonArray plans = timelines("plans");
        for (const QJsonValue &plan : plans)
            if (plan["code"] == code)
                return plan.toObject();
        return {};
    }

private:
    QTemporaryDir m_folder{QStringLiteral("/tmp/wemo-pricing-XXXXXX")}; // short: a Redis socket lies in it
    ServiceProgram m_service;
    QString m_staff, m_key;
};

/// Half an hour for an adult within Taipei: NT$75 by the public tariff.
inline QJsonObject halfHour() {
    return {{"model", "candy"},
            {"tier", "adult"},
            {"pickup_zone", "taipei"},
            {"return_zone", "taipei"},
            {"start", "2026-06-01T10:00:00+08:00"},
            {"minutes", 30},
            {"km", 5.2}};
}

inline QJsonObject with(QJsonObject json, const QJsonObject &changes) {
    for (auto change = changes.begin(); change != changes.end(); ++change)
        json.insert(change.key(), change.value());
    return json;
}

} // namespace wemo::tests
