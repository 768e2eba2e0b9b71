#pragma once
#include "app/gateway_simulator/network.h"
#include "app/gateway_simulator/vendor.h"

namespace wemo::simulator {

/// Mitake's endpoints under /api/mtk/ and /b2c/mtk/: SmSend, SmQuery, SmCancel. Thread-safe.
class Mitake {
public:
    Mitake(Credentials credentials, Behaviour &behaviour, Network &network);
    http::Response handle(const http::Request &request);

private:
    using Fields = QHash<QString, QString>; ///< names in lower case

    QString loginProblem(const Fields &fields) const; ///< a status code; empty = the login is right
    http::Response send(const http::Request &request, const Fields &fields);
    struct Taken {
        QByteArray answer; ///< of a success
        QString batchId;
        bool isNew = false; ///< false: this client id was taken before
    };
    Taken takeOn(const Fields &fields, const Asked &asked);
    void note(const Fields &fields, const Asked &asked, const AnswerPlan &plan, const Taken &taken);
    http::Response answer(const AnswerPlan &plan, const QByteArray &success) const;
    http::Response query(const Fields &fields) const;
    http::Response cancel(const Fields &fields);

    Credentials m_credentials;
    Behaviour &m_behaviour;
    Network &m_network;
    std::mutex m_taking; ///< one at a time, so that a client id is taken once
};

} // namespace wemo::simulator
