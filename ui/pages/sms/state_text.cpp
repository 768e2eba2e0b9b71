#include "ui/pages/sms/state_text.h"

#include <QCoreApplication>

namespace wemo::pages::sms {

using wemo::sms::DeliveryState;
using wemo::sms::Purpose;

namespace {
constexpr const char *context = "SmsState";

struct StateWords {
    DeliveryState state;
    const char *word;
    const char *meaning;
};

const StateWords states[] = {
    {DeliveryState::Created, QT_TRANSLATE_NOOP("SmsState", "Created"),
     QT_TRANSLATE_NOOP("SmsState", "Recorded, waiting for its turn to be handed to the gateway.")},
    {DeliveryState::Submitting, QT_TRANSLATE_NOOP("SmsState", "Submitting"),
     QT_TRANSLATE_NOOP("SmsState", "Being handed to the gateway right now.")},
    {DeliveryState::SubmitUnknown, QT_TRANSLATE_NOOP("SmsState", "Outcome unknown"),
     QT_TRANSLATE_NOOP("SmsState", "Handed over, but the gateway's answer was lost. A receipt or a query will tell.")},
    {DeliveryState::Accepted, QT_TRANSLATE_NOOP("SmsState", "Accepted"),
     QT_TRANSLATE_NOOP("SmsState", "The gateway took it and will pass it to the carrier.")},
    {DeliveryState::Scheduled, QT_TRANSLATE_NOOP("SmsState", "Scheduled"),
     QT_TRANSLATE_NOOP("SmsState", "The gateway keeps it until its time comes.")},
    {DeliveryState::Sent, QT_TRANSLATE_NOOP("SmsState", "Sent"),
     QT_TRANSLATE_NOOP("SmsState", "With the carrier, on its way to the handset.")},
    {DeliveryState::Delivered, QT_TRANSLATE_NOOP("SmsState", "Delivered"),
     QT_TRANSLATE_NOOP("SmsState", "The handset confirmed that it received the message.")},
    {DeliveryState::Undelivered, QT_TRANSLATE_NOOP("SmsState", "Undelivered"),
     QT_TRANSLATE_NOOP("SmsState", "The carrier could not bring it to the handset.")},
    {DeliveryState::Expired, QT_TRANSLATE_NOOP("SmsState", "Expired"),
     QT_TRANSLATE_NOOP("SmsState", "Its validity ran out before the handset could be reached.")},
    {DeliveryState::Rejected, QT_TRANSLATE_NOOP("SmsState", "Rejected"),
     QT_TRANSLATE_NOOP("SmsState", "The gateway or the carrier refused to pass it on.")},
    {DeliveryState::Failed, QT_TRANSLATE_NOOP("SmsState", "Failed"),
     QT_TRANSLATE_NOOP("SmsState", "It was never sent.")},
    {DeliveryState::Canceled, QT_TRANSLATE_NOOP("SmsState", "Canceled"),
     QT_TRANSLATE_NOOP("SmsState", "It was withdrawn before it was sent.")},
    {DeliveryState::Unknown, QT_TRANSLATE_NOOP("SmsState", "No receipt"),
     QT_TRANSLATE_NOOP("SmsState", "The time for a receipt is over and none came. A late one still counts.")},
};

const std::pair<const char *, const char *> sources[] = {
    {"request", QT_TRANSLATE_NOOP("SmsState", "Asked for by the app")},
    {"worker", QT_TRANSLATE_NOOP("SmsState", "Sending queue")},
    {"answer", QT_TRANSLATE_NOOP("SmsState", "Gateway's answer")},
    {"callback", QT_TRANSLATE_NOOP("SmsState", "Delivery receipt")},
    {"poll", QT_TRANSLATE_NOOP("SmsState", "Delivery query")},
    {"sweep", QT_TRANSLATE_NOOP("SmsState", "Periodic check")},
    {"staff", QT_TRANSLATE_NOOP("SmsState", "Staff")},
    {"replay", QT_TRANSLATE_NOOP("SmsState", "Sent again by staff")},
};

const std::pair<const char *, const char *> verdicts[] = {
    {"repeated", QT_TRANSLATE_NOOP("SmsState", "Repeated, changed nothing")},
    {"late", QT_TRANSLATE_NOOP("SmsState", "Older news, changed nothing")},
    {"conflict", QT_TRANSLATE_NOOP("SmsState", "Contradicts the final state, not applied")},
};

const StateWords &wordsOf(DeliveryState state) {
    for (const StateWords &words : states)
        if (words.state == state)
            return words;
    return states[0];
}

template <std::size_t N>
QString find(const std::pair<const char *, const char *> (&table)[N], const QString &word, const QString &otherwise) {
    for (const auto &entry : table)
        if (word == QLatin1StringView(entry.first))
            return QCoreApplication::translate(context, entry.second);
    return otherwise;
}
} // namespace

QString stateWord(DeliveryState state) {
    return QCoreApplication::translate(context, wordsOf(state).word);
}

ui::Tone stateTone(DeliveryState state) {
    switch (state) {
    case DeliveryState::Created:
    case DeliveryState::Scheduled:
        return ui::Tone::Info;
    case DeliveryState::Submitting:
    case DeliveryState::Accepted:
    case DeliveryState::Sent:
        return ui::Tone::Progress;
    case DeliveryState::Delivered:
        return ui::Tone::Success;
    case DeliveryState::SubmitUnknown:
    case DeliveryState::Undelivered:
    case DeliveryState::Expired:
    case DeliveryState::Unknown:
        return ui::Tone::Warning;
    case DeliveryState::Rejected:
    case DeliveryState::Failed:
        return ui::Tone::Danger;
    case DeliveryState::Canceled:
        break;
    }
    return ui::Tone::Neutral;
}

QString stateMeaning(DeliveryState state) {
    return QCoreApplication::translate(context, wordsOf(state).meaning);
}

QString purposeWord(Purpose purpose) {
    switch (purpose) {
    case Purpose::Otp:
        return QCoreApplication::translate("SmsState", "Verification code");
    case Purpose::Transactional:
        return QCoreApplication::translate("SmsState", "Notice");
    case Purpose::Marketing:
        return QCoreApplication::translate("SmsState", "Marketing");
    }
    return {};
}

QString gatewayName(const QString &name) {
    if (name == u"every8d")
        return QStringLiteral("EVERY8D");
    return name == u"mitake" ? QCoreApplication::translate("SmsState", "Mitake") : name;
}

QString sourceWord(const QString &source) {
    return find(sources, source, source);
}

QString verdictWord(const QString &verdict) {
    return find(verdicts, verdict, QString());
}

} // namespace wemo::pages::sms
