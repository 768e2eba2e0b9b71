<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>wemo::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>指令面板</translation>
    </message>
    <message>
        <source>Find a page, a command, a phone number or an id</source>
        <translation>搜尋頁面、指令、手機號碼或編號</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>沒有符合的項目。</translation>
    </message>
</context>
<context>
    <name>wemo::ui::DemoAccounts</name>
    <message>
        <source>Looks up messages, reveals numbers</source>
        <translation>查詢簡訊、顯示完整號碼</translation>
    </message>
    <message>
        <source>Sets prices and plans</source>
        <translation>設定價格與方案</translation>
    </message>
    <message>
        <source>Tries the sign-in flows</source>
        <translation>測試登入流程</translation>
    </message>
    <message>
        <source>May do everything</source>
        <translation>擁有所有權限</translation>
    </message>
    <message>
        <source>Demo accounts: one click signs in</source>
        <translation>示範帳號：點一下即可登入</translation>
    </message>
    <message>
        <source>Sign in as %1, %2</source>
        <translation>以 %1（%2）登入</translation>
    </message>
</context>
<context>
    <name>wemo::ui::HelpPanel</name>
    <message>
        <source>There is no help for this page yet.</source>
        <translation>這個頁面還沒有說明。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>本頁說明</translation>
    </message>
    <message>
        <source>Close help</source>
        <translation>關閉說明</translation>
    </message>
</context>
<context>
    <name>wemo::ui::MainWindow</name>
    <message>
        <source>WeMo Console</source>
        <translation>WeMo 管理後台</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜尋全部</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>篩選清單</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>本頁說明</translation>
    </message>
    <message>
        <source>Close the innermost panel</source>
        <translation>關閉最上層的面板</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>登出</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>指令</translation>
    </message>
</context>
<context>
    <name>wemo::ui::Preferences</name>
    <message>
        <source>Theme: as the system</source>
        <translation>佈景主題：跟隨系統</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>佈景主題：淺色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>佈景主題：深色</translation>
    </message>
</context>
<context>
    <name>wemo::ui::ServiceNotice</name>
    <message>
        <source>Starting Redis</source>
        <translation>正在啟動 Redis</translation>
    </message>
    <message>
        <source>Opening the database</source>
        <translation>正在開啟資料庫</translation>
    </message>
    <message>
        <source>Starting the SMS gateway simulator</source>
        <translation>正在啟動簡訊商模擬器</translation>
    </message>
    <message>
        <source>Making demo data</source>
        <translation>正在建立示範資料</translation>
    </message>
    <message>
        <source>Starting the service</source>
        <translation>正在啟動服務</translation>
    </message>
    <message>
        <source>The service stopped and is being started again. What you typed is kept.</source>
        <translation>服務已停止，正在重新啟動。您輸入的內容會保留。</translation>
    </message>
    <message>
        <source>The service cannot start.</source>
        <translation>服務無法啟動。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>The service cannot be reached. What you see may be out of date; trying again…</source>
        <translation>無法連線到服務，畫面上的資料可能不是最新的；正在重試…</translation>
    </message>
</context>
<context>
    <name>wemo::ui::Sidebar</name>
    <message>
        <source>WeMo Console</source>
        <translation>WeMo 管理後台</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search pages, commands and messages</source>
        <translation>搜尋頁面、指令與簡訊</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
</context>
<context>
    <name>wemo::ui::SignInPage</name>
    <message>
        <source>Enter your user name.</source>
        <translation>請輸入使用者名稱。</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>請輸入密碼。</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>登入中…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>WeMo Console</source>
        <translation>WeMo 管理後台</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>使用者名稱</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Stay signed in</source>
        <translation>保持登入</translation>
    </message>
    <message>
        <source>This desktop has no keyring (Secret Service), so nothing is kept.</source>
        <translation>這個桌面環境沒有金鑰圈（Secret Service），因此不會保留登入狀態。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
</context>
<context>
    <name>wemo::ui::StatusStrip</name>
    <message>
        <source>Customer service</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Pricing</source>
        <translation>定價</translation>
    </message>
    <message>
        <source>QA</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>系統管理員</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>啟動中</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>即時連線</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>連線中</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>離線</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>未登入</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>How long the last request took</source>
        <translation>最近一次請求所花的時間</translation>
    </message>
    <message>
        <source>Signed in as %1, menu</source>
        <translation>目前登入：%1，選單</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
</context>
<context>
    <name>wemo::ui::Workspace</name>
    <message>
        <source>Nothing here for your role</source>
        <translation>您的角色沒有可用的頁面</translation>
    </message>
    <message>
        <source>Ask an administrator which pages you should see.</source>
        <translation>請向系統管理員確認您應有的權限。</translation>
    </message>
</context>
</TS>
