#include "ui/pages/sms/reason_text.h"

#include "ui/pages/sms/state_text.h"

#include <QCoreApplication>

namespace wemo::pages::sms {

using wemo::sms::DeliveryState;
using wemo::sms::Message;

namespace {
constexpr const char *context = "SmsReason";

struct Row {
    const char *reason;
    const char *sentence;
    const char *advice;
};

const char *const tellTechnicians =
    QT_TRANSLATE_NOOP("SmsReason", "Tell the technicians on duty; no code gets out until it is mended.");

const Row rows[] = {
    {"handset-unreachable",
     QT_TRANSLATE_NOOP("SmsReason",
                       "The handset could not be reached: switched off, without signal, or its inbox is full."),
     QT_TRANSLATE_NOOP(
         "SmsReason",
         "Ask the rider to check the signal, switch flight mode off, restart the phone, and then ask for a new code.")},
    {"carrier-failure", QT_TRANSLATE_NOOP("SmsReason", "The carrier had a fault and could not pass the message on."),
     QT_TRANSLATE_NOOP("SmsReason", "Ask the rider to try again in a few minutes. If several riders of one carrier "
                                    "report it, tell the technicians.")},
    {"wrong-number", QT_TRANSLATE_NOOP("SmsReason", "The carrier says that this number is not in service."),
     QT_TRANSLATE_NOOP("SmsReason",
                       "Check the number with the rider: a digit may be wrong, or the number was given up or moved.")},
    {"carrier-blacklist",
     QT_TRANSLATE_NOOP("SmsReason", "The rider's carrier blocks business messages to this number."),
     QT_TRANSLATE_NOOP("SmsReason", "The rider can ask the carrier's customer service to lift the block on business "
                                    "messages, then ask for a new code.")},
    {"carrier-keyword",
     QT_TRANSLATE_NOOP("SmsReason", "The carrier held the message back because of a word in its text."),
     QT_TRANSLATE_NOOP("SmsReason", "Nothing the rider can do. Tell the technicians; the text has to be changed.")},
    {"gateway-keyword",
     QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway held the message back because of a word in its text."),
     QT_TRANSLATE_NOOP("SmsReason", "Nothing the rider can do. Tell the technicians; the text has to be changed.")},
    {"gateway-blacklist", QT_TRANSLATE_NOOP("SmsReason", "The number is on the SMS gateway's block list."),
     QT_TRANSLATE_NOOP("SmsReason", "Confirm with the rider that the number is theirs, then ask the technicians to "
                                    "have the gateway take it off the list.")},
    {"expired",
     QT_TRANSLATE_NOOP("SmsReason",
                       "The message ran out of time before the handset could be reached; the code in it is void."),
     QT_TRANSLATE_NOOP(
         "SmsReason", "Ask the rider to check the signal and ask for a new code. The old one does not work any more.")},
    {"schedule-canceled", QT_TRANSLATE_NOOP("SmsReason", "The scheduled message was withdrawn before its time."), ""},
    {"no-credit", QT_TRANSLATE_NOOP("SmsReason", "The company's SMS credit is used up; the message was not sent."),
     QT_TRANSLATE_NOOP(
         "SmsReason",
         "Tell the technicians at once: every rider is affected. The rider can ask for a new code after the top-up.")},
    {"international-off", QT_TRANSLATE_NOOP("SmsReason", "Messages to numbers abroad are switched off."),
     QT_TRANSLATE_NOOP("SmsReason", "The rider needs a Taiwan mobile number (09…) to sign in.")},
    {"bad-parameter", QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway could not read our request."), tellTechnicians},
    {"gateway-account", QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway has a problem with our account."),
     tellTechnicians},
    {"gateway-login", QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway refused our login; nothing was sent."),
     tellTechnicians},
    {"account-overdue",
     QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway blocked our account because a bill is overdue."), tellTechnicians},
    {"too-long", QT_TRANSLATE_NOOP("SmsReason", "The text was too long for the SMS gateway."), tellTechnicians},
    {"bad-number", QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway does not accept this number."),
     QT_TRANSLATE_NOOP("SmsReason", "Check the number with the rider and let them type it again.")},
    {"no-mms", QT_TRANSLATE_NOOP("SmsReason", "The number cannot receive this kind of message."),
     QT_TRANSLATE_NOOP("SmsReason", "Check the number with the rider and let them type it again.")},
    {"bad-content", QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway refused the text as empty or wrong."),
     tellTechnicians},
    {"bad-send-time", QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway refused the sending time."), tellTechnicians},
    {"channel-refused", QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway does not let us send over this channel."),
     tellTechnicians},
    {"gateway-refused",
     QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway refused the message with a code we do not know yet."),
     QT_TRANSLATE_NOOP("SmsReason", "Give the raw code and the request ID to the technicians.")},
    {"gateway-error",
     QT_TRANSLATE_NOOP("SmsReason",
                       "The SMS gateway failed while it took the message; it may or may not have been sent."),
     QT_TRANSLATE_NOOP("SmsReason",
                       "Wait a minute for a receipt. If none comes, ask the rider to ask for a new code.")},
    {"no-answer",
     QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway did not answer; the message may or may not have been sent."),
     QT_TRANSLATE_NOOP("SmsReason",
                       "Wait a minute for a receipt. If none comes, ask the rider to ask for a new code.")},
    {"unreadable-answer",
     QT_TRANSLATE_NOOP("SmsReason",
                       "The SMS gateway gave an answer we cannot read; the message may or may not have been sent."),
     QT_TRANSLATE_NOOP("SmsReason",
                       "Wait a minute for a receipt. If none comes, ask the rider to ask for a new code.")},
    {"gateway-unreachable",
     QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway could not be reached; the message was not sent."),
     QT_TRANSLATE_NOOP("SmsReason",
                       "Ask the rider to try again in a few minutes. If it goes on, tell the technicians.")},
    {"interrupted",
     QT_TRANSLATE_NOOP("SmsReason",
                       "The service stopped while it handed the message over; it may or may not have been sent."),
     QT_TRANSLATE_NOOP("SmsReason",
                       "Wait a minute for a receipt. If none comes, ask the rider to ask for a new code.")},
    {"not-sent-in-time",
     QT_TRANSLATE_NOOP("SmsReason",
                       "The message waited too long and was not sent any more, since its code had expired."),
     QT_TRANSLATE_NOOP("SmsReason", "Ask the rider to ask for a new code. If it happens again, tell the technicians.")},
    {"removed-from-queue",
     QT_TRANSLATE_NOOP("SmsReason", "A member of staff took the message out of the queue before it was sent."),
     QT_TRANSLATE_NOOP("SmsReason", "Ask the rider to ask for a new code.")},
    {"no-receipt",
     QT_TRANSLATE_NOOP("SmsReason",
                       "No delivery receipt came in time. The rider may have received the message all the same."),
     QT_TRANSLATE_NOOP("SmsReason",
                       "Ask the rider whether it arrived; if not, let them check the signal and ask for a new code.")},
    {"test-mode", QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway is in test mode: it takes messages and sends none."),
     tellTechnicians},
    {"duplicate-filtered",
     QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway had sent the same text to this number shortly before and let this "
                                    "one go."),
     QT_TRANSLATE_NOOP("SmsReason", "Ask the rider to look for the message that came before.")},
    {"gateway-stopped", QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway has stopped for the moment; nothing was sent."),
     QT_TRANSLATE_NOOP("SmsReason",
                       "Ask the rider to try again in a few minutes. If it goes on, tell the technicians.")},
    {"gateway-busy", QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway has too much to do just now; nothing was sent."),
     QT_TRANSLATE_NOOP("SmsReason",
                       "Ask the rider to try again in a few minutes. If it goes on, tell the technicians.")},
    {"message-stopped",
     QT_TRANSLATE_NOOP("SmsReason", "The SMS gateway stopped the message; the number is blocked there."),
     QT_TRANSLATE_NOOP("SmsReason", "Confirm with the rider that the number is theirs, then ask the technicians to "
                                    "have the gateway take it off the list.")},
    {"no-gateway", QT_TRANSLATE_NOOP("SmsReason", "No SMS gateway could take the message; it was not sent."),
     tellTechnicians},
    {"blocked", QT_TRANSLATE_NOOP("SmsReason", "We block messages to this number, or to numbers that begin like it."),
     QT_TRANSLATE_NOOP("SmsReason", "An administrator can lift the block, when the number is known to be a rider's.")},
    {"canceled-by-staff", QT_TRANSLATE_NOOP("SmsReason", "A member of staff withdrew the message before it was sent."),
     ""},
    {"reply", QT_TRANSLATE_NOOP("SmsReason", "The rider answered this message."), ""},
};

struct StateRow {
    DeliveryState state;
    const char *advice;
};

const StateRow waiting[] = {
    {DeliveryState::Created,
     QT_TRANSLATE_NOOP("SmsReason", "This takes a second or two. If it stays so for a minute, tell the technicians.")},
    {DeliveryState::Submitting,
     QT_TRANSLATE_NOOP("SmsReason", "This takes a second or two. If it stays so for a minute, tell the technicians.")},
    {DeliveryState::SubmitUnknown,
     QT_TRANSLATE_NOOP("SmsReason",
                       "Wait a minute for a receipt. If none comes, ask the rider to ask for a new code.")},
    {DeliveryState::Sent, QT_TRANSLATE_NOOP("SmsReason", "Mostly a few seconds. If the rider still waits after a "
                                                         "minute, let them check the signal and ask for a new code.")},
    {DeliveryState::Accepted,
     QT_TRANSLATE_NOOP("SmsReason", "Mostly a few seconds. If the rider still waits after a minute, let them check the "
                                    "signal and ask for a new code.")},
    {DeliveryState::Delivered,
     QT_TRANSLATE_NOOP("SmsReason", "If the rider does not see it: look into the spam or blocked messages folder, and "
                                    "check that the number is right.")},
    {DeliveryState::Unknown,
     QT_TRANSLATE_NOOP("SmsReason",
                       "Ask the rider whether it arrived; if not, let them check the signal and ask for a new code.")},
    {DeliveryState::Undelivered,
     QT_TRANSLATE_NOOP("SmsReason", "Ask the rider to check the signal and ask for a new code.")},
    {DeliveryState::Expired,
     QT_TRANSLATE_NOOP(
         "SmsReason", "Ask the rider to check the signal and ask for a new code. The old one does not work any more.")},
    {DeliveryState::Rejected,
     QT_TRANSLATE_NOOP("SmsReason", "Give the raw code and the request ID to the technicians.")},
    {DeliveryState::Failed, QT_TRANSLATE_NOOP("SmsReason", "Give the raw code and the request ID to the technicians.")},
};

bool tellsTechnicians(const QString &reason) {
    return std::any_of(std::begin(rows), std::end(rows), [&reason](const Row &row) {
        return reason == QLatin1StringView(row.reason) && row.advice == tellTechnicians;
    });
}

QString translated(const char *text) {
    return *text ? QCoreApplication::translate(context, text) : QString();
}
} // namespace

ReasonText explainReason(const QString &reason, const QString &rawCode) {
    for (const Row &row : rows)
        if (reason == QLatin1StringView(row.reason))
            return {translated(row.sentence), translated(row.advice)};
    const QString code = rawCode.isEmpty() ? reason : QStringLiteral("%1 (%2)").arg(reason, rawCode);
    return {translated(QT_TRANSLATE_NOOP("SmsReason", "Reason given: %1")).arg(code),
            translated(QT_TRANSLATE_NOOP("SmsReason", "Give the raw code and the request ID to the technicians."))};
}

namespace {
ReasonText explainAny(const Message &message) {
    if (!message.reason.isEmpty())
        return explainReason(message.reason, message.rawCode);
    for (const StateRow &row : waiting)
        if (row.state == message.state)
            return {stateMeaning(message.state), translated(row.advice)};
    return {stateMeaning(message.state), {}};
}
} // namespace

ReasonText explain(const Message &message) {
    ReasonText text = explainAny(message);
    // The advice is for those who wait for a code. A receipt that did not arrive keeps nobody from riding.
    const bool settled = isFinal(message.state) || message.state == DeliveryState::Unknown;
    const bool ours = tellsTechnicians(message.reason);
    if (message.purpose != wemo::sms::Purpose::Otp && !ours && !text.advice.isEmpty())
        text.advice = settled && message.state != DeliveryState::Delivered
                          ? translated(QT_TRANSLATE_NOOP(
                                "SmsReason", "This message holds no code: it keeps the rider from nothing."))
                          : QString();
    return text;
}

QList<const char *> reasonSources(const QString &reason) {
    for (const Row &row : rows)
        if (reason == QLatin1StringView(row.reason))
            return {reasonNameSource(reason), row.sentence, row.advice};
    return {};
}

QStringList knownReasons() {
    QStringList list;
    for (const Row &row : rows)
        list.append(QLatin1StringView(row.reason));
    return list;
}

} // namespace wemo::pages::sms
