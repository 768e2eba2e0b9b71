#pragma once
#include "app/gateway_simulator/world.h"
#include "models/core/result.h"

namespace wemo::simulator {

/// What is asked of the stand-in, as far as a scenario may choose by it.
struct Asked {
    QString gateway;  ///< every8d, mitake
    QString endpoint; ///< SendSMS, SendParam, SendSMS4FilterMessage, SmSend
    QString number;   ///< +8869…
    QString reference;
};

/// Which of it something is meant for; an empty field fits all. `number` is as people write it, 09… with * for any
/// digits: "0912*".
struct Match {
    QString gateway, endpoint, number, reference;
    bool fits(const Asked &asked) const;
};

/// One answer to one send request.
struct AnswerPlan {
    QString kind = "accept"; ///< see answerKinds()
    int delayMs = 0;         ///< before the answer; of hang, before the connection closes
    double takes = 1;        ///< how likely the message goes on its way, whatever the answer says
    int status = 200;        ///< of raw
    QString body = {};       ///< of raw
    QString code = {};       ///< of code: the gateway's own
    Match match = {};
    double rate = 1; ///< of chance
};

/// What happens by chance to a message's receipts, or to a query.
struct Fault {
    QString kind;
    double rate = 0;
    int delayMs = 0;
    Match match = {};
};

/// accept, no-credit, empty-login, wrong-password, no-number, bad-number, content, channel-refused, unavailable,
/// server-error, forbidden, bad-gateway, empty, json-error, code (`code`), raw (`status`, `body`), drop (closes without
/// a word), hang (says nothing for `delay_ms`, then closes)
const QStringList &answerKinds();
/// drop, double, delay, reorder, lie (contradicts itself in the end), early (before the send answer), orphan (about a
/// batch nobody knows)
const QStringList &receiptFaultKinds();
/// empty (nothing known), server-error, forbidden, drop
const QStringList &queryKinds();

Result<AnswerPlan> answerPlanFromJson(const QJsonObject &json, const QString &path);
Result<Fault> faultFromJson(const QJsonObject &json, const QString &path, const QStringList &kinds);
Match matchFromJson(const QJsonObject &json);

} // namespace wemo::simulator
