#include "ui/pages/blocking/block_columns.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/widgets/time_text.h"

#include <QLocale>

namespace wemo::pages::blocking {

QList<ui::RowColumn<Block>> blockColumns(const std::function<Instant()> &now) {
    using Kind = ui::RowDelegate::Kind;
    using Column = ui::RowColumn<Block>;
    Column subject{[] { return Words::tr("Who"); }, [](const Block &block) { return block.subject.masked; }, false, 156,
                   Kind::Figure};
    Column kind{[] { return Words::tr("Kind"); }, [](const Block &block) { return kindWord(block.subject.kind); },
                false, 128};
    Column cause{[] { return Words::tr("Why"); }, [](const Block &block) { return causeText(block.event); }, false,
                 240};
    Column left{[] { return Words::tr("Still blocked"); },
                [now](const Block &block) { return leftText(block.until - now()); }, true, 120, Kind::Figure};
    left.toolTip = [](const Block &block) { return Words::tr("until %1").arg(ui::dateAndTime(block.until)); };
    Column since{[] { return Words::tr("Since"); },
                 [now](const Block &block) { return ui::shortTime(block.since, now()); }, false, 116, Kind::Figure};
    since.toolTip = [](const Block &block) { return ui::dateAndTime(block.since); };
    Column refused{[] { return Words::tr("Refused"); },
                   [](const Block &block) { return QLocale().toString(block.refused); }, true, 84, Kind::Figure};
    refused.toolTip = [](const Block &) { return Words::tr("How often it was asked in vain since then"); };
    Column strikes{[] { return Words::tr("Strikes"); },
                   [](const Block &block) { return QLocale().toString(block.strikes); }, true, 84, Kind::Figure};
    strikes.toolTip = [](const Block &) { return Words::tr("Each strike makes the next block longer"); };
    Column mode{[] { return Words::tr("Mode"); },
                [](const Block &block) { return modeWord(block.mode); },
                false,
                136,
                Kind::Pill,
                [](const Block &block) { return modePill(block.mode).tone; }};
    Column request{[] { return Words::tr("Request ID"); }, [](const Block &block) { return block.requestId; }, false,
                   168, Kind::Monospace};
    return {subject, kind, cause, left, since, refused, strikes, mode, request};
}

QString keyOf(const BlockKey &key) {
    return QStringLiteral("%1/%2/%3").arg(key.kind, key.subjectId, key.policyId);
}

QString keyOf(const Block &block) {
    return keyOf(block.key());
}

} // namespace wemo::pages::blocking
