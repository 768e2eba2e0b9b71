#include "ui/pages/blocking/ban_columns.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/widgets/time_text.h"

#include <QLocale>

namespace wemo::pages::blocking {

using Kind = ui::RowDelegate::Kind;

namespace {
QString expiryText(const Ban &ban, Instant now) {
    return ban.expiresAt ? ui::shortTime(*ban.expiresAt, now) : Words::tr("until lifted");
}

QString count(qint64 number) {
    return QLocale().toString(number);
}
} // namespace

QList<ui::RowColumn<Ban>> banColumns(const std::function<Instant()> &now) {
    using Column = ui::RowColumn<Ban>;
    Column subject{[] { return Words::tr("Who"); }, [](const Ban &ban) { return ban.masked; }, false, 168,
                   Kind::Figure};
    Column kind{[] { return Words::tr("Kind"); }, [](const Ban &ban) { return kindWord(ban.kind); }, false, 128};
    Column match{[] { return Words::tr("Catches"); }, [](const Ban &ban) { return matchWord(ban.match); }, false, 112};
    Column reason{[] { return Words::tr("Reason"); }, [](const Ban &ban) { return ban.reason; }, false, 240};
    Column author{[] { return Words::tr("By"); }, [](const Ban &ban) { return ban.author; }, false, 104};
    Column created{[] { return Words::tr("Added"); },
                   [now](const Ban &ban) { return ui::shortTime(ban.createdAt, now()); }, false, 124, Kind::Figure};
    created.toolTip = [](const Ban &ban) { return ui::dateAndTime(ban.createdAt); };
    Column expires{[] { return Words::tr("Ends"); }, [now](const Ban &ban) { return expiryText(ban, now()); }, false,
                   152, Kind::Figure};
    expires.toolTip = [](const Ban &ban) {
        return ban.expiresAt ? ui::dateAndTime(*ban.expiresAt) : Words::tr("until lifted");
    };
    Column state{[] { return Words::tr("State"); },
                 [](const Ban &ban) { return banPill(ban.state).word; },
                 false,
                 108,
                 Kind::Pill,
                 [](const Ban &ban) { return banPill(ban.state).tone; }};
    return {subject, kind, match, reason, author, created, expires, state};
}

QList<ui::RowColumn<BanImport>> importColumns(const std::function<Instant()> &now) {
    using Column = ui::RowColumn<BanImport>;
    Column name{[] { return Words::tr("File"); }, [](const BanImport &import) { return import.name; }, false, 240};
    Column state{[] { return Words::tr("State"); },
                 [](const BanImport &import) { return importPill(import.state).word; },
                 false,
                 144,
                 Kind::Pill,
                 [](const BanImport &import) { return importPill(import.state).tone; }};
    Column good{[] { return Words::tr("Bans"); }, [](const BanImport &import) { return count(import.good); }, true, 96,
                Kind::Figure};
    Column bad{[] { return Words::tr("Wrong lines"); }, [](const BanImport &import) { return count(import.bad); }, true,
               112, Kind::Figure};
    Column doubles{[] { return Words::tr("There already"); },
                   [](const BanImport &import) { return count(import.duplicates); }, true, 120, Kind::Figure};
    Column author{[] { return Words::tr("By"); }, [](const BanImport &import) { return import.author; }, false, 112};
    Column created{[] { return Words::tr("When"); },
                   [now](const BanImport &import) {
                       return import.createdAt ? ui::shortTime(*import.createdAt, now()) : QString();
                   },
                   false, 132, Kind::Figure};
    return {name, state, good, bad, doubles, author, created};
}

QStringList banExportHeader() {
    return {Words::tr("Who"),   Words::tr("Kind"), Words::tr("Catches"), Words::tr("Reason"), Words::tr("By"),
            Words::tr("Added"), Words::tr("Ends"), Words::tr("State"),   Words::tr("ID")};
}

QStringList banExportRow(const Ban &ban) {
    return {ban.masked,
            kindWord(ban.kind),
            matchWord(ban.match),
            ban.reason,
            ban.author,
            ui::dateAndTime(ban.createdAt),
            ban.expiresAt ? ui::dateAndTime(*ban.expiresAt) : QString(),
            banPill(ban.state).word,
            idToString(ban.id)};
}

} // namespace wemo::pages::blocking
