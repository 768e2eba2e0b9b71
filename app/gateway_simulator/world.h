#pragma once
#include "models/core/time.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace wemo::simulator {

/// What happens after a message was taken: one receipt after another, each `afterMs` after the one before.
struct ReceiptStep {
    QString status; ///< "0", "100", …; "999" is a reply and carries `text`
    int afterMs = 100;
    QString text = {};
    bool silent = false; ///< the query knows it, and nobody is told
};

struct ReceiptPlan {
    QList<ReceiptStep> steps{{"0", 400}, {"100", 150}};
    bool beforeAnswer = false; ///< all of them before the send answer
    bool get = false;          ///< GET with a query instead of POST with a form
    bool lowerCaseNames = false;
    bool big5 = false;
    bool unknownBatch = false; ///< about a batch nobody knows
    bool withoutReference = false;
    int repeat = 1; ///< each receipt so many times
};

struct SimMessage {
    qint64 id = 0;
    QString gateway = QStringLiteral("every8d"); ///< every8d, mitake
    QString clientId;                            ///< Mitake's clientid
    QString callbackUrl;                         ///< Mitake's response; EVERY8D has one an account
    QString batchId;
    QString number; ///< +886…, as the vendor's query and callbacks have it
    QString text;
    QString reference;
    QString name;
    qint64 submittedAt = 0; ///< ms
    qint64 sendAt = 0;      ///< later than submittedAt: scheduled
    int validityMinutes = 1440;
    int segments = 1;
    QString status; ///< what the query tells; empty = not known yet
    qint64 statusAt = 0;
    qint64 receivedAt = 0; ///< on the handset; 0 = not yet, or never
    qint64 arrival = 0;    ///< counts what handsets received, in that order
    bool canceled = false;
};

/// One request to send, as it came: for tests and for people who look.
struct SubmissionNote {
    qint64 id = 0;
    qint64 at = 0;
    QString gateway = QStringLiteral("every8d");
    QString endpoint;
    QString clientId;
    QString number;
    QString text;
    QString reference;
    int validityMinutes = 0;
    QString answer;    ///< the kind of answer given: accept, drop, …
    bool taken = true; ///< whether the message went on its way
    QString batchId;
};

QJsonObject toJson(const ReceiptPlan &plan);
ReceiptPlan receiptPlanFromJson(const QJsonObject &json);
QJsonObject toJson(const SimMessage &message);
SimMessage simMessageFromJson(const QJsonObject &json);
QJsonObject toJson(const SubmissionNote &note);
SubmissionNote submissionNoteFromJson(const QJsonObject &json);

qint64 nowMs();

} // namespace wemo::simulator
