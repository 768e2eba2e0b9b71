#include "ui/shell/sidebar.h"

#include "ui/widgets/icons.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace wemo::ui {

namespace {
constexpr int sidebarWidth = 224;
}

Sidebar::Sidebar(QWidget *parent)
    : QFrame(parent)
    , m_brand(new QLabel(this))
    , m_palette(new QPushButton(this))
    , m_column(new QVBoxLayout)
    , m_group(new QButtonGroup(this)) {
    setProperty("ui", "sidebar");
    setObjectName("sidebar");
    setFixedWidth(sidebarWidth);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(12, 16, 12, 12);
    outer->setSpacing(0);
    m_brand->setProperty("ui", "heading");
    m_brand->setContentsMargins(10, 0, 0, 0);
    m_palette->setObjectName("openPalette");
    m_palette->setProperty("ui", "palette");
    m_palette->setIcon(icon("search", IconRole::Muted));
    outer->addWidget(m_brand);
    outer->addSpacing(16);
    outer->addWidget(m_palette);
    outer->addSpacing(8);
    m_column->setSpacing(2);
    outer->addLayout(m_column);
    outer->addStretch(1);
    connect(m_palette, &QPushButton::clicked, this, &Sidebar::paletteRequested);
    retranslate();
}

void Sidebar::setPages(const QList<PageSpec> &pages) {
    for (const Entry &entry : std::as_const(m_entries)) {
        delete entry.heading;
        delete entry.button;
    }
    m_entries.clear();
    int number = 0;
    for (const PageSpec &page : pages)
        addEntry(page, ++number);
    retranslate();
}

void Sidebar::addEntry(const PageSpec &page, int number) {
    Entry entry{page, new QPushButton(this), nullptr};
    if (m_entries.isEmpty() || m_entries.constLast().page.section() != page.section()) {
        entry.heading = new QLabel(this);
        entry.heading->setProperty("ui", "section");
        entry.heading->setContentsMargins(11, 16, 0, 4);
        m_column->addWidget(entry.heading);
    }
    entry.button->setObjectName("nav-" + page.id);
    entry.button->setProperty("ui", "nav");
    entry.button->setCheckable(true);
    entry.button->setIcon(icon(page.icon));
    entry.button->setProperty("number", number);
    m_group->addButton(entry.button);
    m_column->addWidget(entry.button);
    connect(entry.button, &QPushButton::clicked, this, [this, id = page.id] { Q_EMIT pageChosen(id); });
    m_entries.append(entry);
}

void Sidebar::setCurrent(const QString &pageId) {
    for (const Entry &entry : std::as_const(m_entries)) {
        const bool current = entry.page.id == pageId;
        entry.button->setIcon(icon(entry.page.icon, current ? IconRole::Accent : IconRole::Text));
        if (current)
            entry.button->setChecked(true);
    }
}

void Sidebar::retranslate() {
    m_brand->setText(tr("WeMo Console"));
    m_palette->setText("  " + tr("Search") + "  ·  Ctrl+K");
    m_palette->setAccessibleName(tr("Search pages, commands and messages"));
    setAccessibleName(tr("Pages"));
    for (const Entry &entry : std::as_const(m_entries)) {
        entry.button->setText("  " + entry.page.title());
        entry.button->setAccessibleName(entry.page.title());
        const int number = entry.button->property("number").toInt();
        entry.button->setToolTip(number <= 9 ? QString("%1 (Ctrl+%2)").arg(entry.page.title()).arg(number)
                                             : entry.page.title());
        if (entry.heading)
            entry.heading->setText(entry.page.section());
    }
}

void Sidebar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace wemo::ui
