#include "ui/shell/command_palette.h"

#include "ui/shell/palette_delegate.h"
#include "ui/widgets/tokens.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace wemo::ui {

namespace {
constexpr int paletteWidth = 600;
constexpr int paletteHeight = 396;
} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_model(new PaletteModel(this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this)) {
    setProperty("ui", "command-palette");
    setObjectName("palette");
    m_field->setObjectName("paletteField");
    m_field->setProperty("ui", "palette");
    m_list->setObjectName("paletteList");
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the focus and moves the selection
    m_list->setUniformItemSizes(true);
    m_nothing->setProperty("ui", "muted");
    m_nothing->setAlignment(Qt::AlignCenter);
    auto *line = new QFrame(this);
    line->setProperty("ui", "line");
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(line);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(40);
    shadow->setOffset(0, 12);
    setGraphicsEffect(shadow);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::onTyped);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { runRow(index.row()); });
    retranslate();
    hide();
}

void CommandPalette::open(QList<PaletteEntry> entries, Finder finder) {
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    if (auto *shadow = qobject_cast<QGraphicsDropShadowEffect *>(graphicsEffect())) {
        QColor color = Tokens::current().color("shadow");
        color.setAlpha(70);
        shadow->setColor(color);
    }
    m_finder = std::move(finder);
    m_model->setEntries(std::move(entries));
    m_field->clear();
    onTyped({});
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss() {
    if (isHidden())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::onTyped(const QString &text) {
    const QString typed = text.trimmed();
    m_model->narrow(typed, typed.isEmpty() || !m_finder ? QList<PaletteEntry>() : m_finder(typed));
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    if (any)
        m_list->setCurrentIndex(m_model->index(0));
}

void CommandPalette::runRow(int row) {
    dismiss();
    m_model->run(row);
}

bool CommandPalette::onKey(int key) {
    const int row = m_list->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    switch (key) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runRow(row);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        m_list->setCurrentIndex(m_model->index(std::min(row + 1, last)));
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        m_list->setCurrentIndex(m_model->index(std::max(row - 1, 0)));
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    if (watched == m_field && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // Esc is ours while the palette is open
        return true;
    }
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return onKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_field && event->type() == QEvent::FocusOut && !isAncestorOf(QApplication::focusWidget()) &&
        QApplication::activePopupWidget() == nullptr)
        hide();
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::place() {
    const QSize area = parentWidget()->size();
    resize(std::min(paletteWidth, area.width() - 32), std::min(paletteHeight, area.height() - 96));
    move((area.width() - width()) / 2, std::max(24, area.height() / 8));
}

void CommandPalette::retranslate() {
    setAccessibleName(tr("Command palette"));
    m_field->setPlaceholderText(tr("Find a page, a command, a phone number or an id"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_list->setAccessibleName(tr("Results"));
    m_nothing->setText(tr("Nothing matches."));
}

void CommandPalette::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace wemo::ui
