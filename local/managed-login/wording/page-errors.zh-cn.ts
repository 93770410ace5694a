import type { PageErrorTexts } from './page-errors.en.ts'

const startAgain = '请返回应用，重新开始。'
const cookies = '此地址必须允许使用 Cookie。'

export const pageErrors: PageErrorTexts = {
  errors: {
    client_not_found: {
      title: '没有此应用程序客户端',
      cause: '请求中的 client_id 不属于此用户池。',
      fix: '请使用 /config.json 中的 userPoolClientId。删除数据文件夹后，该值会改变。',
    },
    expired_page: {
      title: '出错了',
      cause: '此页面打开的时间过长，或是在另一个浏览器中打开的。',
      fix: `${startAgain}${cookies}`,
    },
    foreign_post: {
      title: '出错了',
      cause: '另一个网站试图提交此表单。',
      fix: `${startAgain}没有任何内容被更改。`,
    },
    invalid_request: {
      title: '请求不完整',
      cause: '缺少某个参数，或某个参数重复出现。',
      fix: '每个参数只发送一次。应用程序客户端的库在正确配置后会这样做。',
    },
    login_pages_unavailable: {
      title: '登录页面不可用',
      cause: '请联系管理员。',
      fix: '托管登录只为具有样式的应用程序客户端显示页面：请在 infra/template.yaml 中为该客户端添加 AWS::Cognito::ManagedLoginBranding。',
    },
    logout_uri_mismatch: {
      title: '注销请求不完整',
      cause: '既没有已注册的 logout_uri，也没有 redirect_uri 和 response_type。',
      fix: '请发送 client_id，以及与应用程序客户端某个 LogoutURLs 逐字符相同的 logout_uri；若要重新登录，请发送 redirect_uri 和 response_type。',
    },
    method_not_allowed: {
      title: '此地址用于其他类型的请求',
      cause: '此地址不响应该请求的 HTTP 方法。',
      fix: '请通过链接打开页面。/oauth2/authorize 和 /logout 应在浏览器中导航打开，而不是用 fetch 调用。',
    },
    not_found: {
      title: '此地址没有内容',
      cause: '托管登录没有这个页面。',
      fix: startAgain,
    },
    redirect_mismatch: {
      title: '重定向 URI 未注册',
      cause:
        '请求中的 redirect_uri（redirect_mismatch）不是应用程序客户端的任何一个回调 URL。比较是逐字符进行的：协议、主机、端口、路径、末尾的斜杠和大小写都算在内。',
      fix: '请在 infra/template.yaml 中将该 URI 添加到应用程序客户端的 CallbackURLs，或让应用发送某个已注册的 URI。',
    },
    server_error: {
      title: '出错了',
      cause: '本地 AWS 发生错误。',
      fix: '详情请查看其终端。',
    },
    unauthorized_client: {
      title: '此应用程序客户端不能使用 OAuth',
      cause: '此应用程序客户端没有启用任何 OAuth 2.0 流程。',
      fix: '请在 infra/template.yaml 中设置应用程序客户端的 AllowedOAuthFlowsUserPoolClient、AllowedOAuthFlows 和 AllowedOAuthScopes。',
    },
    unexpected_answer: {
      title: '此次登录无法在这里完成',
      cause: '它是在另一个浏览器中开始的，或已经完成，或用时超过了一刻钟。',
      fix: `请返回应用，重新登录。${cookies}`,
    },
    unknown_identity_provider: {
      title: '没有此身份提供者',
      cause: '请求中指定的提供者不受此应用程序客户端支持。名称区分大小写。',
      fix: '请使用 COGNITO 或应用程序客户端支持的某个提供者。若要添加，请在 infra/template.yaml 中将其添加到用户池和应用程序客户端的 SupportedIdentityProviders。',
    },
  },
  labels: {
    parameter: '参数',
    sent: '发送的值',
    registered: '已注册的值',
    fix: '解决方法',
    differs: (expected) => `标记的字符应为“${expected}”。`,
    endsEarly: (rest) => `已注册的值在此之后还有“${rest}”。`,
    goesOn: '已注册的值到此为止，而它还有后续字符。',
  },
}
