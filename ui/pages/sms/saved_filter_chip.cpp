#include "ui/pages/sms/saved_filter_chip.h"

#include "ui/widgets/filter_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

namespace wemo::pages::sms {

namespace {
constexpr int longestName = 60;
}

SavedFilterChip::SavedFilterChip(SavedFilters &filters, QWidget *parent)
    : QObject(parent)
    , m_filters(filters)
    , m_chip(new QToolButton(parent))
    , m_menu(new QMenu(m_chip)) {
    m_chip->setObjectName(QStringLiteral("savedChip"));
    ui::FilterBar::makeChip(m_chip);
    m_menu->setObjectName(QStringLiteral("savedMenu"));
    m_chip->setMenu(m_menu);
    buildRow(parent);
    retranslate();
}

void SavedFilterChip::buildRow(QWidget *parent) {
    m_row = new QWidget(parent);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_label = new QLabel(m_row);
    m_name = new QLineEdit(m_row);
    m_name->setObjectName(QStringLiteral("savedName"));
    m_name->setMaxLength(longestName);
    m_name->setMaximumWidth(280);
    m_label->setBuddy(m_name);
    m_save = new QPushButton(m_row);
    m_save->setObjectName(QStringLiteral("savedSave"));
    m_save->setProperty("ui", "primary");
    m_cancel = new QPushButton(m_row);
    m_cancel->setObjectName(QStringLiteral("savedCancel"));
    row->addWidget(m_label);
    row->addWidget(m_name, 1);
    row->addWidget(m_save);
    row->addWidget(m_cancel);
    row->addStretch(1);
    m_row->hide();
    connect(m_name, &QLineEdit::textChanged, this, &SavedFilterChip::onNamed);
    connect(m_name, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    connect(m_save, &QPushButton::clicked, this, &SavedFilterChip::accept);
    connect(m_cancel, &QPushButton::clicked, this, &SavedFilterChip::cancelNaming);
}

void SavedFilterChip::setCurrent(const QString &query) {
    m_current = query;
    refill();
}

void SavedFilterChip::refill() {
    m_menu->clear();
    const SavedFilter *now = m_filters.leadingTo(m_current);
    const auto all = m_filters.all();
    for (const SavedFilter &filter : all) {
        QAction *action = m_menu->addAction(filter.name);
        action->setObjectName(QStringLiteral("saved.") + filter.name);
        action->setCheckable(true);
        action->setChecked(now && *now == filter);
        connect(
            action, &QAction::triggered, this, [this, query = filter.query] { Q_EMIT applied(query); },
            Qt::QueuedConnection); // the menu is filled anew, and its actions are gone
    }
    if (!all.isEmpty())
        m_menu->addSeparator();
    const auto add = [this](const char *name, const QString &text, auto run) {
        QAction *action = m_menu->addAction(text);
        action->setObjectName(QLatin1StringView(name));
        connect(action, &QAction::triggered, this, run, Qt::QueuedConnection);
        return action;
    };
    add("saveFilter", tr("Save this filter…"), [this] { askToSave(); })->setEnabled(!m_current.isEmpty() && !now);
    if (now) {
        add("renameFilter", tr("Rename “%1”…").arg(now->name), [this, name = now->name] { ask(name, true); });
        add("deleteFilter", tr("Delete “%1”").arg(now->name), [this, filter = *now] { remove(filter); });
    }
    ui::FilterBar::setChip(m_chip, now ? tr("Saved: %1").arg(now->name) : tr("Saved filters"), now != nullptr);
    m_chip->setVisible(!all.isEmpty() || !m_current.isEmpty());
}

void SavedFilterChip::askToSave() {
    if (!m_current.isEmpty())
        ask({}, false);
}

void SavedFilterChip::ask(const QString &name, bool rename) {
    m_renamed = rename ? name : QString();
    m_label->setText(rename ? tr("New name") : tr("Name of this filter"));
    m_name->setText(name);
    m_name->selectAll();
    onNamed();
    m_row->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void SavedFilterChip::onNamed() {
    const QString name = m_name->text().trimmed();
    const bool isOther = m_filters.find(name) && name.compare(m_renamed, Qt::CaseInsensitive) != 0;
    m_save->setEnabled(!name.isEmpty());
    m_save->setText(isOther ? tr("Replace the old one") : m_renamed.isEmpty() ? tr("Save filter") : tr("Rename"));
}

bool SavedFilterChip::cancelNaming() {
    if (m_row->isHidden())
        return false;
    m_row->hide();
    m_chip->setFocus(Qt::OtherFocusReason);
    return true;
}

void SavedFilterChip::accept() {
    const QString name = m_name->text().trimmed();
    if (m_renamed.isEmpty())
        m_filters.save({name, m_current});
    else
        m_filters.rename(m_renamed, name);
    Q_EMIT noticed(m_renamed.isEmpty() ? tr("Saved as “%1”.").arg(name) : tr("Renamed to “%1”.").arg(name));
    cancelNaming();
    refill();
    Q_EMIT listChanged();
}

void SavedFilterChip::remove(const SavedFilter &filter) {
    m_filters.remove(filter.name);
    refill();
    Q_EMIT listChanged();
    Q_EMIT undoOffered(tr("“%1” deleted.").arg(filter.name), [self = QPointer(this), filter] {
        if (!self)
            return;
        self->m_filters.save(filter);
        self->refill();
        Q_EMIT self->listChanged();
    });
}

void SavedFilterChip::retranslate() {
    m_cancel->setText(tr("Cancel"));
    m_name->setAccessibleName(tr("Name of the filter"));
    m_chip->setAccessibleDescription(tr("Apply, save, rename or delete a filter"));
    refill();
}

} // namespace wemo::pages::sms
