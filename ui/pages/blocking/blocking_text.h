#pragma once
#include "models/blocking/ban.h"
#include "models/blocking/ban_import.h"
#include "models/blocking/history.h"
#include "models/blocking/policy_record.h"
#include "ui/widgets/status_pill.h"

#include <QCoreApplication>

namespace wemo::pages::blocking {

/// Words the pages of this folder share are in one context.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Blocking)
};

/// Kinds and events are data: a word nobody knows here is shown as it is.
QString kindWord(const QString &kind); ///< "Phone number"
QStringList knownKinds();              ///< of which a person may write down a value
QStringList policyKinds();             ///< all a policy may look at
QStringList knownEvents();
QString eventWord(const QString &event); ///< "Asks for a code"
/// Why somebody is blocked, in words: "Asked for too many codes".
QString causeText(const QString &event);
QString modeWord(wemo::blocking::Mode mode);
ui::Pill modePill(wemo::blocking::Mode mode);

/// "15 min", "24 h", "2 days": the largest unit that tells it exactly.
QString spanText(Milliseconds span);
/// Counting down: "4:59", "3 h 12 min", "2 days 4 h"; "over" at the end.
QString leftText(Milliseconds span);
/// "5 codes in 60 min per number, then blocked 15 min, doubling to 24 h".
QString policySentence(const wemo::blocking::Policy &policy);
/// Its short name for lists and filters: "Phone number · asks for a code".
QString policyTitle(const wemo::blocking::Policy &policy);

QString matchWord(wemo::blocking::BanMatch match);
ui::Pill banPill(wemo::blocking::BanState state);
ui::Pill importPill(wemo::blocking::ImportState state);
QString whatWord(wemo::blocking::HistoryWhat what);
ui::Tone whatTone(wemo::blocking::HistoryWhat what);
/// What is wrong with a line of a file.
QString importFault(const wemo::blocking::ImportError &error);

/// Usual reasons to choose from.
QStringList liftReasons();
QStringList banReasons();

} // namespace wemo::pages::blocking
