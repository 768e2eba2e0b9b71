#pragma once
#include "app/gateway_simulator/scenario.h"

#include <mutex>
#include <random>

namespace wemo::simulator {

/// What the stand-in does next: scripts first, then chance, then what a good day looks like. The words are in
/// control.h. Thread-safe.
class Behaviour {
public:
    Behaviour();
    /// Unknown kinds and fields are refused, and then nothing is changed.
    Result<void> set(const QJsonObject &json);

    AnswerPlan nextAnswer(const Asked &asked);
    ReceiptPlan nextReceipts(const Asked &asked);
    /// What is wrong with the next query's answer; empty = nothing.
    QString nextQuery(const Asked &asked);
    bool draw(double likelihood);
    /// How long the caller has to wait until it is its turn, so that no more than so many a second are answered.
    int turnMs(qint64 now);
    int handsetMs() const;
    /// Takes so much from a gateway's balance; nothing if it does not suffice.
    std::optional<double> charge(const QString &gateway, double cost);
    void refund(const QString &gateway, double cost);
    double credit(const QString &gateway) const;
    /// True once after somebody asked for it: all logins are over.
    bool forgetsTokens();

private:
    struct State {
        QList<AnswerPlan> answers, chances;
        QList<std::pair<Match, ReceiptPlan>> receipts;
        QHash<QString, ReceiptPlan> defaults; ///< by gateway
        QList<Fault> receiptFaults, queries, queryFaults;
        QHash<QString, double> credit{{"every8d", 1'000'000}, {"mitake", 1'000'000}};
        int handsetMs = 300;
        double perSecond = 0; ///< 0 = as fast as it can
        bool forgetsTokens = false;
    };
    static State goodDay();
    static Result<void> readAnswers(const QJsonObject &json, State &state);
    static Result<void> readReceipts(const QJsonObject &json, State &state);
    static Result<void> readFaults(const QJsonObject &json, State &state);
    static void readNumbers(const QJsonObject &json, State &state);
    bool drawLocked(double likelihood);
    ReceiptPlan plannedReceipts(const Asked &asked);
    void disturb(ReceiptPlan &plan, const Fault &fault, const QString &gateway);

    mutable std::mutex m_mutex;
    State m_state;
    std::mt19937 m_random{1};
    qint64 m_nextTurn = 0;
};

} // namespace wemo::simulator
