#pragma once
#include <QFrame>

class QLabel;
class QTextBrowser;
class QToolButton;

namespace wemo::ui {

/// F1: the help of the page at its side, from :/help/<page>.<lang>.md.
class HelpPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpPanel)

public:
    explicit HelpPanel(QWidget *parent = nullptr);
    void showPage(const QString &pageId, const QString &language);

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    QTextBrowser *m_text;
    QToolButton *m_close;
};

} // namespace wemo::ui
