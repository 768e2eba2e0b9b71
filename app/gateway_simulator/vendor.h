#pragma once
#include "app/gateway_simulator/network.h"
#include "services/http/message.h"

namespace wemo::simulator {

struct Credentials {
    QString uid; ///< empty: any login but an empty one is right
    QString password;
};

/// The vendor's endpoints under /API21/HTTP/. Thread-safe.
class Vendor {
public:
    Vendor(Credentials credentials, Behaviour &behaviour, Network &network);
    http::Response handle(const http::Request &request);

    static inline const QString gateway = QStringLiteral("every8d");

private:
    using Fields = QHash<QString, QString>; ///< names in upper case
    /// One recipient of a send request, before it is checked.
    struct Recipient {
        QString mobile, text, sendTime, reference, name;
    };
    struct Call {
        QString endpoint;
        Fields fields;
        QList<Recipient> recipients;
        bool bearer = false;
        bool json = false; ///< answers errors as JSON
    };

    Call readCall(const http::Request &request, const QString &endpoint) const;
    QString loginProblem(const http::Request &request, const Call &call) const;
    http::Response connectionHandler(const Call &call);
    void forgetTokens();
    static Asked asked(const Call &call);
    http::Response send(const http::Request &request, const Call &call);
    QString inputProblem(const Call &call) const;
    http::Response answer(const AnswerPlan &plan, const Call &call, const QString &success) const;
    struct Taken {
        QString answer; ///< of a success
        qsizetype messages = 0;
    };
    Taken takeOn(const Call &call, const QString &batchId);
    http::Response deliveryStatus(const Call &call) const;
    http::Response eraseBooking(const Call &call);

    Credentials m_credentials;
    Behaviour &m_behaviour;
    Network &m_network;
    mutable std::mutex m_mutex;
    std::set<QByteArray> m_tokens;
};

/// With which status the edge answers in HTML; 0 = this kind is none of those.
int htmlStatus(const QString &kind);

/// "09…" or "+8869…" → "+8869…"; empty if it is neither.
QString vendorNumber(const QString &mobile);

} // namespace wemo::simulator
