#include "ui/widgets/search_field.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QTimer>

namespace wemo::ui {

namespace {
constexpr int delayMs = 250;
}

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
    , m_delay(new QTimer(this))
    , m_icon(nullptr) {
    m_icon = addAction(icon("search", IconRole::Muted), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    restyle();
    m_delay->setSingleShot(true);
    m_delay->setInterval(delayMs);
    connect(this, &QLineEdit::textEdited, m_delay, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textChanged, this, [this](const QString &now) {
        if (now.isEmpty())
            m_delay->start(); // the clear button does not count as editing
    });
    connect(m_delay, &QTimer::timeout, this, [this] { Q_EMIT searched(text()); });
}

void SearchField::setTextQuietly(const QString &text) {
    setText(text);
    m_delay->stop();
}

/// The style's own clear button is black in both schemes.
void SearchField::restyle() {
    m_icon->setIcon(icon("search", IconRole::Muted));
    if (auto *clear = findChild<QAction *>("_q_qlineeditclearaction"))
        clear->setIcon(icon("edit-clear-locationbar-rtl", IconRole::Muted));
}

void SearchField::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Down && m_list) {
        m_list->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_delay->stop();
        Q_EMIT searched(text());
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange && m_icon)
        restyle();
    QLineEdit::changeEvent(event);
}

} // namespace wemo::ui
