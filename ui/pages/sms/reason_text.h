#pragma once
#include "models/sms/message.h"

namespace wemo::pages::sms {

/// The answer to "why did my code not arrive": what happened, and what customer service can do, in plain words.
struct ReasonText {
    QString sentence;
    QString advice; ///< empty where there is nothing to do
};

/// Of a message as it stands: by its neutral reason where it has one, else by its state.
ReasonText explain(const wemo::sms::Message &message);
/// Of a neutral reason code alone; an unknown one is shown as it is, never hidden.
ReasonText explainReason(const QString &reason, const QString &rawCode);
/// A reason in two or three words, for chips and tables; an unknown one is shown as it is.
QString reasonName(const QString &reason);
const char *reasonNameSource(const QString &reason); ///< English; empty for an unknown one
/// Name, sentence and advice as they stand in the program, in English, to be looked through in both languages.
QList<const char *> reasonSources(const QString &reason);
/// Every code that has a sentence of its own.
QStringList knownReasons();

} // namespace wemo::pages::sms
