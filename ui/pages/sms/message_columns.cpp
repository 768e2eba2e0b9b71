#include "ui/pages/sms/message_columns.h"

#include "ui/widgets/check_menu.h"

#include <QHeaderView>

namespace wemo::pages::sms {

using Log = SmsLogModel;

namespace {
constexpr int narrowBelow = 920;
const QString headerKey = QStringLiteral("pages/sms-log/header.2");

const std::pair<Log::Column, int> widths[] = {
    {Log::Created, 192}, {Log::Number, 120},    {Log::State, 148}, {Log::Text, 360},     {Log::Took, 88},
    {Log::Segments, 96}, {Log::Cost, 80},       {Log::Kind, 136},  {Log::Template, 160}, {Log::Gateway, 104},
    {Log::RawCode, 112}, {Log::MessageId, 176}, {Log::Batch, 280}, {Log::Request, 176},  {Log::RealCost, 88},
};

constexpr Log::Column aside[] = {Log::Segments, Log::Kind,     Log::Template, Log::Gateway,
                                 Log::RawCode,  Log::RealCost, Log::Batch,    Log::Request};
constexpr Log::Column firstAside[] = {Log::Took, Log::Cost, Log::MessageId}; ///< in a narrow table
} // namespace

MessageColumns::MessageColumns(QHeaderView &header, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_header(header)
    , m_settings(settings) {
    m_header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_header, &QWidget::customContextMenuRequested, this, &MessageColumns::offer);
}

void MessageColumns::restore() {
    for (const auto &entry : widths)
        m_header.resizeSection(entry.first, entry.second);
    m_header.setSectionResizeMode(Log::Text, QHeaderView::Stretch);
    for (const auto column : aside)
        m_header.setSectionHidden(column, true);
    const QByteArray saved = m_settings.value(headerKey).toByteArray();
    if (!saved.isEmpty())
        m_header.restoreState(saved);
}

void MessageColumns::save() {
    m_settings.setValue(headerKey, m_wide.isEmpty() ? m_header.saveState() : m_wide);
}

void MessageColumns::followWidth(int width) {
    const bool narrow = width < narrowBelow;
    if (narrow && m_wide.isEmpty()) {
        m_wide = m_header.saveState();
        for (const auto column : firstAside)
            m_header.setSectionHidden(column, true);
        for (const auto column : aside)
            m_header.setSectionHidden(column, true);
    } else if (!narrow && !m_wide.isEmpty()) {
        m_header.restoreState(std::exchange(m_wide, {}));
    }
}

QList<Log::Column> MessageColumns::chosen() const {
    QHeaderView asChosen(Qt::Horizontal); // what stands back in a narrow table is chosen all the same
    const QHeaderView *header = &m_header;
    if (!m_wide.isEmpty()) {
        asChosen.setModel(m_header.model());
        asChosen.restoreState(m_wide);
        header = &asChosen;
    }
    QList<Log::Column> columns;
    for (int place = 0; place < header->count(); ++place)
        if (const int section = header->logicalIndex(place); !header->isSectionHidden(section))
            columns.append(static_cast<Log::Column>(section));
    return columns;
}

void MessageColumns::offerAtStart() {
    offer({0, m_header.height()});
}

void MessageColumns::offer(const QPoint &at) {
    ui::CheckMenu menu;
    menu.setObjectName(QStringLiteral("columnMenu"));
    for (int column = Log::Number; column < Log::ColumnCount; ++column) {
        QAction *action = menu.addAction(m_header.model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(column));
        connect(action, &QAction::toggled, &m_header,
                [this, column](bool on) { m_header.setSectionHidden(column, !on); });
    }
    menu.exec(m_header.mapToGlobal(at));
}

} // namespace wemo::pages::sms
