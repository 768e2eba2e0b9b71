<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>wemo::ui::ApiClient</name>
    <message>
        <source>Your session has ended. Please sign in again.</source>
        <translation>登入已失效，請重新登入。</translation>
    </message>
</context>
<context>
    <name>wemo::ui::SessionStore</name>
    <message>
        <source>This desktop offers no keyring.</source>
        <translation>這個桌面環境沒有提供金鑰圈。</translation>
    </message>
</context>
</TS>
