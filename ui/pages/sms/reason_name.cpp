// The short names of reasons; what they mean for those who wait stands in reason_text.cpp.
#include "ui/pages/sms/reason_text.h"

#include <QCoreApplication>

namespace wemo::pages::sms {

namespace {
const std::pair<const char *, const char *> names[] = {
    {"handset-unreachable", QT_TRANSLATE_NOOP("SmsReason", "Handset unreachable")},
    {"carrier-failure", QT_TRANSLATE_NOOP("SmsReason", "Carrier fault")},
    {"wrong-number", QT_TRANSLATE_NOOP("SmsReason", "Number not in service")},
    {"carrier-blacklist", QT_TRANSLATE_NOOP("SmsReason", "Blocked by the carrier")},
    {"carrier-keyword", QT_TRANSLATE_NOOP("SmsReason", "Word held back by the carrier")},
    {"gateway-keyword", QT_TRANSLATE_NOOP("SmsReason", "Word held back by the gateway")},
    {"gateway-blacklist", QT_TRANSLATE_NOOP("SmsReason", "On the gateway's block list")},
    {"expired", QT_TRANSLATE_NOOP("SmsReason", "Ran out of time")},
    {"schedule-canceled", QT_TRANSLATE_NOOP("SmsReason", "Withdrawn before its time")},
    {"no-credit", QT_TRANSLATE_NOOP("SmsReason", "No credit left")},
    {"international-off", QT_TRANSLATE_NOOP("SmsReason", "Number abroad")},
    {"bad-parameter", QT_TRANSLATE_NOOP("SmsReason", "Request not understood")},
    {"gateway-account", QT_TRANSLATE_NOOP("SmsReason", "Problem with our account")},
    {"gateway-login", QT_TRANSLATE_NOOP("SmsReason", "Login refused")},
    {"account-overdue", QT_TRANSLATE_NOOP("SmsReason", "Bill overdue")},
    {"too-long", QT_TRANSLATE_NOOP("SmsReason", "Text too long")},
    {"bad-number", QT_TRANSLATE_NOOP("SmsReason", "Number not accepted")},
    {"no-mms", QT_TRANSLATE_NOOP("SmsReason", "Number takes no such message")},
    {"bad-content", QT_TRANSLATE_NOOP("SmsReason", "Text refused")},
    {"bad-send-time", QT_TRANSLATE_NOOP("SmsReason", "Sending time refused")},
    {"channel-refused", QT_TRANSLATE_NOOP("SmsReason", "Channel refused")},
    {"gateway-refused", QT_TRANSLATE_NOOP("SmsReason", "Unknown refusal")},
    {"gateway-error", QT_TRANSLATE_NOOP("SmsReason", "Gateway failed")},
    {"no-answer", QT_TRANSLATE_NOOP("SmsReason", "No answer")},
    {"unreadable-answer", QT_TRANSLATE_NOOP("SmsReason", "Unreadable answer")},
    {"gateway-unreachable", QT_TRANSLATE_NOOP("SmsReason", "Gateway unreachable")},
    {"interrupted", QT_TRANSLATE_NOOP("SmsReason", "Interrupted while handed over")},
    {"not-sent-in-time", QT_TRANSLATE_NOOP("SmsReason", "Waited too long")},
    {"removed-from-queue", QT_TRANSLATE_NOOP("SmsReason", "Taken out of the queue")},
    {"no-receipt", QT_TRANSLATE_NOOP("SmsReason", "No receipt in time")},
    {"test-mode", QT_TRANSLATE_NOOP("SmsReason", "Gateway in test mode")},
    {"duplicate-filtered", QT_TRANSLATE_NOOP("SmsReason", "Same text sent before")},
    {"gateway-stopped", QT_TRANSLATE_NOOP("SmsReason", "Gateway stopped")},
    {"gateway-busy", QT_TRANSLATE_NOOP("SmsReason", "Gateway busy")},
    {"message-stopped", QT_TRANSLATE_NOOP("SmsReason", "Stopped by the gateway")},
    {"no-gateway", QT_TRANSLATE_NOOP("SmsReason", "No gateway took it")},
    {"blocked", QT_TRANSLATE_NOOP("SmsReason", "Blocked by us")},
    {"canceled-by-staff", QT_TRANSLATE_NOOP("SmsReason", "Withdrawn by staff")},
    {"reply", QT_TRANSLATE_NOOP("SmsReason", "Reply of the rider")},
};
} // namespace

const char *reasonNameSource(const QString &reason) {
    for (const auto &entry : names)
        if (reason == QLatin1StringView(entry.first))
            return entry.second;
    return "";
}

QString reasonName(const QString &reason) {
    const char *source = reasonNameSource(reason);
    return *source ? QCoreApplication::translate("SmsReason", source) : reason;
}

} // namespace wemo::pages::sms
