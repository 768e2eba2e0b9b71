#include "ui/pages/blocking/versions_view.h"

#include "ui/pages/blocking/blocking_text.h"
#include "ui/pages/blocking/policy_form.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::pages::blocking {

VersionsView::VersionsView(BlockingSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_error(new ui::MessageBar(this))
    , m_column(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("versionsView"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_error->setObjectName(QStringLiteral("versionsError"));
    m_column->addWidget(m_error);
    m_column->addStretch();
    connect(m_error, &ui::MessageBar::retryRequested, this, &VersionsView::reload);
}

void VersionsView::setPolicy(const QString &id, int version, bool mayRestore) {
    const bool same = id == m_id && version == m_current && mayRestore == m_mayRestore;
    m_current = version;
    m_mayRestore = mayRestore;
    if (same)
        return;
    if (id != m_id)
        m_versions.clear();
    m_id = id;
    fill();
    reload();
}

void VersionsView::reload() {
    if (m_id.isEmpty())
        return;
    m_source.versions(m_id).then(this, [this, epoch = ++m_epoch](const ui::ApiResult<QList<PolicyRecord>> &versions) {
        if (epoch != m_epoch)
            return;
        if (!versions)
            return m_error->showError(versions.error());
        m_error->clear();
        m_versions = *versions;
        fill();
    });
}

void VersionsView::fill() {
    delete m_list;
    m_list = new QWidget(this);
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (int i = 0; i < m_versions.size(); ++i)
        column->addWidget(makeRow(i));
    m_column->insertWidget(1, m_list);
}

QWidget *VersionsView::makeRow(int index) {
    const PolicyRecord &record = m_versions.at(index);
    auto *row = new QWidget;
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 8, 0, 8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    auto *title = new QLabel(
        tr("Version %1 · %2 · %3").arg(record.version).arg(ui::dateAndTime(record.changedAt), record.changedBy));
    title->setFont(ui::uiFont(ui::TextSize::Body, QFont::DemiBold));
    title->setWordWrap(true);
    grid->addWidget(title, 0, 0);
    const bool isFirst = index + 1 == m_versions.size();
    const QStringList changes =
        isFirst ? QStringList{policySentence(record.policy)} : policyDifference(m_versions.at(index + 1), record);
    auto *what = new QLabel(record.deleted      ? tr("Deleted")
                            : changes.isEmpty() ? tr("As the one before")
                                                : changes.join(u'\n'));
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    what->setProperty("ui", "muted");
    what->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(what, 1, 0, 1, 2);
    if (m_mayRestore && record.version != m_current && !record.deleted) {
        auto *restore = new QPushButton(tr("Restore"));
        restore->setObjectName(QStringLiteral("restore.%1").arg(record.version));
        restore->setProperty("ui", "small");
        restore->setAccessibleName(tr("Restore version %1").arg(record.version));
        connect(restore, &QPushButton::clicked, this,
                [this, version = record.version] { Q_EMIT restoreRequested(version); });
        grid->addWidget(restore, 0, 1, Qt::AlignTop);
    }
    return row;
}

void VersionsView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace wemo::pages::blocking
