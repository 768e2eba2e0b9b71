#include "ui/widgets/detail_panel.h"

#include "ui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::ui {

DetailPanel::DetailPanel(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_body(nullptr)
    , m_header(new QHBoxLayout)
    , m_scroll(new QScrollArea(this))
    , m_close(new QToolButton(this)) {
    setProperty("ui", "detail-panel");
    setMinimumWidth(320);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header->setContentsMargins(20, 12, 12, 8);
    m_header->setSpacing(8);
    m_title->setProperty("ui", "heading");
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setWordWrap(true); // names of plans are long
    m_close->setObjectName("detailClose");
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_header->addWidget(m_title, 1);
    m_header->addWidget(m_close);
    auto *inside = new QWidget;
    inside->setProperty("ui", "detail-body");
    m_body = new QVBoxLayout(inside);
    m_body->setContentsMargins(20, 8, 20, 20);
    m_body->setSpacing(8);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addLayout(m_header);
    column->addWidget(m_scroll, 1);
    connect(m_close, &QToolButton::clicked, this, &DetailPanel::closeRequested);
    retranslate();
}

void DetailPanel::setTitle(const QString &title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void DetailPanel::setTitleWidget(QWidget *widget) {
    m_header->insertWidget(1, widget);
}

QLabel *DetailPanel::addSection(const QString &heading, QWidget *content) {
    auto *label = new QLabel(heading);
    label->setProperty("ui", "section");
    label->setVisible(!heading.isEmpty());
    if (m_body->count() > 0)
        m_body->addSpacing(8);
    m_body->addWidget(label);
    m_body->addWidget(content);
    return label;
}

void DetailPanel::addStretch() {
    m_body->addStretch(1);
}

void DetailPanel::setClosable(bool closable) {
    m_close->setVisible(closable);
}

void DetailPanel::retranslate() {
    m_close->setIcon(icon("window-close-symbolic", IconRole::Muted));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the details"));
}

void DetailPanel::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace wemo::ui
