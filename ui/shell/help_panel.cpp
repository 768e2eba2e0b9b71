#include "ui/shell/help_panel.h"

#include "ui/widgets/icons.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QToolButton>
#include <QVBoxLayout>

namespace wemo::ui {

namespace {
/// Markdown comes out with a browser's large headings and boxed tables: brought to the sizes of the console.
void calmDown(QTextDocument &document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const bool inTable = cursor.currentTable() != nullptr;
        format.setTopMargin(level > 0 && block.blockNumber() > 0 ? 16 : 0);
        format.setBottomMargin(inTable ? 0 : 6);
        cursor.setBlockFormat(format);
        if (level == 0)
            continue;
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat heading;
        heading.setProperty(QTextFormat::FontSizeAdjustment, level == 1 ? 1 : 0);
        heading.setFontWeight(QFont::DemiBold);
        cursor.mergeCharFormat(heading);
    }
    const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames)
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorder(0);
            format.setCellSpacing(0);
            format.setCellPadding(4);
            format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
            table->setFormat(format);
        }
}
} // namespace

HelpPanel::HelpPanel(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_text(new QTextBrowser(this))
    , m_close(new QToolButton(this)) {
    setProperty("ui", "help");
    setObjectName("helpPanel");
    setFixedWidth(344);
    m_title->setProperty("ui", "heading");
    m_text->setObjectName("helpText");
    m_text->setOpenExternalLinks(true);
    m_close->setObjectName("helpClose");
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(20, 12, 12, 4);
    header->addWidget(m_title, 1);
    header->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(m_text, 1);
    connect(m_close, &QToolButton::clicked, this, &HelpPanel::closeRequested);
    retranslate();
}

void HelpPanel::showPage(const QString &pageId, const QString &language) {
    for (const QString &code : {language, QString("en")}) {
        QFile file(QString(":/help/%1.%2.md").arg(pageId, code));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        m_text->setMarkdown(QString::fromUtf8(file.readAll()));
        calmDown(*m_text->document());
        return;
    }
    m_text->setPlainText(tr("There is no help for this page yet."));
}

void HelpPanel::retranslate() {
    m_title->setText(tr("Help"));
    m_text->setAccessibleName(tr("Help for this page"));
    m_close->setIcon(icon("window-close-symbolic", IconRole::Muted));
    m_close->setAccessibleName(tr("Close help"));
    m_close->setToolTip(tr("Close help"));
}

void HelpPanel::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace wemo::ui
