#pragma once
#include "app/gateway_simulator/world.h"
#include "models/core/result.h"

#include <mutex>
#include <random>

namespace wemo::simulator {

/// One answer to one send request.
struct AnswerPlan {
    /// accept, no-credit, empty-login, wrong-password, no-number, bad-number, server-error, forbidden, bad-gateway,
    /// empty, json-error, drop (closes without a word), hang (says nothing for `delayMs`, then closes), raw
    QString kind = "accept";
    int delayMs = 0;
    bool takes = true; ///< the message goes on its way, whatever the answer says
    int status = 200;  ///< of raw
    QString body;      ///< of raw
};

/// What the stand-in does next: scripts first, then chance, then what a good day looks like. Thread-safe.
class Behaviour {
public:
    /// {"reset":true, "seed":7, "answers":[{"kind":"drop","count":2,"takes":true,"delay_ms":0}],
    ///  "chance":[{"kind":"server-error","rate":0.05}], "receipts":[{…plan…,"count":1}], "default_receipts":{…plan…},
    ///  "handset_ms":300, "credit":1000}. Unknown kinds and fields are refused.
    Result<void> set(const QJsonObject &json);
    AnswerPlan nextAnswer();
    ReceiptPlan nextReceipts();
    int handsetMs() const;
    /// Takes so much from the balance; nothing if it does not suffice.
    std::optional<double> charge(double cost);
    void refund(double cost);
    double credit() const;

private:
    mutable std::mutex m_mutex;
    QList<AnswerPlan> m_answers;
    QList<std::pair<double, AnswerPlan>> m_chances;
    QList<ReceiptPlan> m_receipts;
    ReceiptPlan m_default;
    std::mt19937 m_random{1};
    int m_handsetMs = 300;
    double m_credit = 1'000'000;
};

} // namespace wemo::simulator
