#pragma once
#include "models/sms/message_filter.h"
#include "services/storage/database.h"
#include "tests/support/sql_folder.h"

#include <QRandomGenerator>

namespace wemo::tests {

/// Messages of every kind, written straight into the store, and which of them a filter means.
class MessageRows {
public:
    struct Kept {
        sms::Message message;
        int number = 0;
    };

    static void addStatements(const SqlFolder &sql) {
        sql.add("test/put",
                "INSERT INTO sms_messages (id, created_at, updated_at, number_hash, number_sealed,\n"
                "    number_masked, prefix, purpose, template, language, text, body_sealed, segments, state,\n"
                "    reason, raw_code, gateway, batch_id, request_id, priority, bulk, cost, real_cost,\n"
                "    validity_minutes, attempts, polls, in_the_air, version)\n"
                "VALUES (:id, :at, :at, :hash, :sealed, '0912•••670', '0912', :purpose, :template, 'zh-TW',\n"
                "    'A text.', :sealed, 1, :state, :reason, '', :gateway, :batch, :request, 0, '', 0, 0, 5,\n"
                "    1, 0, 0, 1);\n");
    }
    static QString number(int n) { return QString("09123456%1").arg(n, 2, 10, QChar(u'0')); }

    /// `hash` is how the store finds a number; the oldest is `step` × `count` before `end`.
    void fill(storage::Database &database, const std::function<QByteArray(const QString &e164)> &hash, int count,
              Instant end, Milliseconds step, quint32 seed) {
        QRandomGenerator random(seed);
        for (int i = count; i > 0; --i)
            m_rows.prepend(invent(random, end - step * i));
        const auto written = database.write([&](storage::Connection &c) -> Result<void> {
            for (const Kept &row : std::as_const(m_rows))
                if (const auto put = this->put(c, row, hash("+886" + number(row.number).mid(1))); !put)
                    return Failure(put.error());
            return {};
        });
        if (!written)
            qFatal("%s", qPrintable(written.error().detail));
    }

    /// Newest first.
    QList<Id> matching(const sms::MessageFilter &filter) const {
        QList<Id> ids;
        for (const Kept &row : m_rows)
            if (matches(row, filter))
                ids.append(row.message.id);
        return ids;
    }
    const QList<Kept> &all() const { return m_rows; }

private:
    Kept invent(QRandomGenerator &random, Instant at) {
        using S = sms::DeliveryState;
        Kept row;
        sms::Message &m = row.message;
        m.id = firstIdAt(at) + random.bounded(1000);
        m.createdAt = at;
        row.number = random.bounded(20);
        m.purpose = static_cast<sms::Purpose>(random.bounded(3));
        m.templateName = QStringList{"otp.sign_in", "ride.receipt", "promo.pass", "promo_pass"}[random.bounded(4)];
        m.state = QList<S>{S::Delivered, S::Delivered, S::Delivered, S::Failed, S::SubmitUnknown}[random.bounded(5)];
        m.reason = m.state == S::Failed ? QStringList{"no-credit", "bad-number"}[random.bounded(2)] : QString();
        m.gateway = QStringList{"every8d", "every8d", "mitake", ""}[random.bounded(4)];
        m.batchId = m.gateway.isEmpty() ? QString() : QString("batch-%1").arg(random.bounded(60));
        m.requestId = random.bounded(5) == 0 ? QString() : QString("request-%1").arg(random.bounded(60));
        return row;
    }

    static Result<qint64> put(storage::Connection &c, const Kept &row, const QByteArray &hash) {
        const sms::Message &m = row.message;
        return c.execute("test/put", {{"id", m.id},
                                      {"at", toMs(m.createdAt)},
                                      {"hash", hash},
                                      {"sealed", QByteArray("sealed")},
                                      {"purpose", toString(m.purpose)},
                                      {"template", m.templateName},
                                      {"state", toString(m.state)},
                                      {"reason", m.reason},
                                      {"gateway", m.gateway},
                                      {"batch", m.batchId},
                                      {"request", m.requestId}});
    }

    static bool matches(const Kept &row, const sms::MessageFilter &f) {
        const sms::Message &m = row.message;
        const auto isOneOf = [](const auto &values, const auto &value) {
            return values.isEmpty() || values.contains(value);
        };
        return (f.number.isEmpty() || f.number == number(row.number)) && isOneOf(f.states, m.state) &&
               isOneOf(f.reasons, m.reason) && isOneOf(f.gateways, m.gateway) && isOneOf(f.purposes, m.purpose) &&
               isOneOf(f.templates, m.templateName) && (f.batch.isEmpty() || f.batch == m.batchId) &&
               (f.request.isEmpty() || f.request == m.requestId) && (!f.from || m.createdAt >= *f.from) &&
               (!f.to || m.createdAt < *f.to);
    }

    QList<Kept> m_rows; ///< newest first
};

} // namespace wemo::tests
