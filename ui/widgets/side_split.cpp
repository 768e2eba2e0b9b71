#include "ui/widgets/side_split.h"

#include <QApplication>
#include <QStackedWidget>

namespace wemo::ui {

namespace {
constexpr int narrowest = 320;
} // namespace

SideSplit::SideSplit(QWidget *main, QSettings &settings, const QString &key, int width, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_settings(settings)
    , m_key(key)
    , m_width(width)
    , m_side(new QStackedWidget) {
    setChildrenCollapsible(false);
    setHandleWidth(1);
    addWidget(main);
    addWidget(m_side);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    m_side->setMinimumWidth(narrowest);
    m_side->hide();
}

void SideSplit::addPanel(QWidget *panel) {
    m_side->addWidget(panel);
}

void SideSplit::open(QWidget *panel) {
    m_side->setCurrentWidget(panel);
    if (!m_side->isHidden())
        return;
    m_side->show();
    const int side = m_settings.value(m_key, m_width).toInt();
    setSizes({std::max(1, width() - side), side});
}

bool SideSplit::close() {
    if (m_side->isHidden())
        return false;
    if (m_side->isVisible())
        m_settings.setValue(m_key, m_side->width());
    m_side->hide();
    return true;
}

bool SideSplit::isOpen(const QWidget *panel) const {
    return isAnyOpen() && m_side->currentWidget() == panel;
}

bool SideSplit::isAnyOpen() const {
    return !m_side->isHidden();
}

bool SideSplit::hasFocusInside() const {
    return m_side->isAncestorOf(QApplication::focusWidget());
}

} // namespace wemo::ui
