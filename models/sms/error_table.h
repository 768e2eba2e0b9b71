#pragma once
#include "models/sms/delivery_state.h"

#include <QLatin1StringView>

#include <vector>

namespace wemo::sms {

/// Where a code was met.
enum class ErrorStage {
    Submission, ///< in the answer to a request to send
    Receipt,    ///< in a delivery receipt, or the answer to a query
    Service,    ///< made by us; no gateway said it
};
QString toString(ErrorStage stage); ///< submission, receipt, service

/// Who has to do something about it.
enum class Actor {
    Nobody,        ///< all is well, or it settles itself
    Rider,         ///< the phone, the number, the carrier's block list
    Author,        ///< who wrote the text or asked for the message
    Administrator, ///< our account at the gateway: login, credit, permissions
    Technician,    ///< our service, or a code that nobody documents
    Gateway,       ///< the vendor, or a carrier behind it
};
QString toString(Actor actor); ///< nobody, rider, author, administrator, technician, gateway

/// One code of one gateway, end to end: what it means to us, and what those who asked for the message are told.
struct ErrorRow {
    QLatin1StringView gateway; ///< empty: whichever
    QLatin1StringView code;    ///< as the gateway says it, or our own word; a * at the end stands for whatever follows
    ErrorStage stage;
    DeliveryState state;
    QLatin1StringView reason; ///< neutral, kebab-case; empty while all is well
    QLatin1StringView caller; ///< a word of callerWords(); empty: nothing is wrong
    Actor actor;
    bool isElsewhere = false; ///< certainly not taken, for a reason that another gateway may not have
    bool isReply = false;     ///< a person answered: says nothing of the delivery
};

/// The whole table, in the order it is shown. The code that reads answers and receipts reads them by it, so what the
/// console shows is what happens.
const std::vector<ErrorRow> &errorTable();
/// The row of a code: the gateway's own, else one for all gateways, the exact one before one with a *. Null: nobody
/// documents it.
const ErrorRow *findError(QStringView gateway, QStringView code, ErrorStage stage);
/// The row of a neutral reason, for what the caller is told; null for one that the table does not have.
const ErrorRow *findReason(QStringView reason);

/// What the caller of the auth or send API may see, which names no gateway and no code: pending, try-again,
/// number-unreachable, number-invalid, number-blocked, message-refused, service-unavailable, too-late, canceled.
const QStringList &callerWords();

/// What a status of a receipt or a query means.
struct StatusMeaning {
    DeliveryState state = DeliveryState::Sent;
    QString reason;       ///< neutral, kebab-case; empty while all is well
    bool isReply = false; ///< says nothing of the delivery
};
/// Nothing for a code that nobody documents: it is kept as it came and moves no state.
std::optional<StatusMeaning> receiptMeaning(QStringView gateway, QStringView rawCode);

} // namespace wemo::sms
