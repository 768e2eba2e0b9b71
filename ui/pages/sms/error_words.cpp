#include "ui/pages/sms/error_words.h"

#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/state_text.h"

#include <QCoreApplication>
#include <QTranslator>

namespace wemo::pages::sms {

using wemo::sms::Actor;
using wemo::sms::ErrorRow;
using wemo::sms::ErrorStage;
using wemo::sms::Message;

namespace {
constexpr const char *context = "SmsError";

const std::pair<const char *, const char *> callers[] = {
    {"pending", QT_TRANSLATE_NOOP("SmsError", "It is on its way; how it ends is not known yet.")},
    {"try-again", QT_TRANSLATE_NOOP("SmsError", "It did not work this time. Try again in a moment.")},
    {"number-unreachable", QT_TRANSLATE_NOOP("SmsError", "The phone cannot be reached just now.")},
    {"number-invalid", QT_TRANSLATE_NOOP("SmsError", "This number cannot receive messages.")},
    {"number-blocked", QT_TRANSLATE_NOOP("SmsError", "Messages to this number are blocked.")},
    {"message-refused", QT_TRANSLATE_NOOP("SmsError", "This text is not passed on.")},
    {"service-unavailable", QT_TRANSLATE_NOOP("SmsError", "Messages cannot be sent just now.")},
    {"too-late", QT_TRANSLATE_NOOP("SmsError", "Its time ran out before it was sent.")},
    {"canceled", QT_TRANSLATE_NOOP("SmsError", "It was withdrawn before it was sent.")},
};

const char *sourceOf(const QString &caller) {
    for (const auto &entry : callers)
        if (caller == QLatin1StringView(entry.first))
            return entry.second;
    return "";
}

/// Chinese whatever is spoken now: people search in the language of the e-mail in front of them.
QString inChinese(const char *in, const char *source) {
    static const auto translator = [] {
        auto chinese = std::make_unique<QTranslator>();
        (void)chinese->load(QStringLiteral(":/translations/zh_TW/pages_sms.qm")); // without it, English alone
        return chinese;
    }();
    return translator->translate(in, source);
}
} // namespace

QString callerCode(const Message &message) {
    const ErrorRow *row = wemo::sms::findReason(message.reason);
    return row ? QString(row->caller) : QString();
}

QString callerWords(const QString &code) {
    const char *source = sourceOf(code);
    return *source ? QCoreApplication::translate(context, source) : QString();
}

QString actorWord(Actor actor) {
    switch (actor) {
    case Actor::Nobody:
        return QCoreApplication::translate("SmsError", "Nobody, it settles itself");
    case Actor::Rider:
        return QCoreApplication::translate("SmsError", "The rider");
    case Actor::Author:
        return QCoreApplication::translate("SmsError", "Who wrote the text");
    case Actor::Administrator:
        return QCoreApplication::translate("SmsError", "An administrator");
    case Actor::Technician:
        return QCoreApplication::translate("SmsError", "The technicians");
    case Actor::Gateway:
        return QCoreApplication::translate("SmsError", "The gateway or the carrier");
    }
    return {};
}

QString stageWord(ErrorStage stage) {
    switch (stage) {
    case ErrorStage::Submission:
        return QCoreApplication::translate("SmsError", "Answer to our request");
    case ErrorStage::Receipt:
        return QCoreApplication::translate("SmsError", "Delivery receipt or query");
    case ErrorStage::Service:
        return QCoreApplication::translate("SmsError", "Our own service");
    }
    return {};
}

QString codeText(const ErrorRow &row) {
    return row.code.isEmpty() ? QStringLiteral("–") : QString(row.code);
}

QString searchTextOf(const ErrorRow &row) {
    QStringList words{row.gateway, gatewayName(row.gateway), row.code,           row.reason,
                      row.caller,  stateWord(row.state),     toString(row.state)};
    const auto add = [&words](const char *in, const char *source) {
        if (*source)
            words << QString::fromUtf8(source) << inChinese(in, source);
    };
    for (const char *source : reasonSources(row.reason))
        add("SmsReason", source);
    add(context, sourceOf(row.caller));
    return words.join(u'\n').toLower();
}

} // namespace wemo::pages::sms
