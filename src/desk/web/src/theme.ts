import { createTheme, Modal } from '@mantine/core'

/** Calm and dense: one ink blue, grey for the rest; the colours of the roles in a text are in style.css. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 3 },
  colors: {
    ink: ['#eef4fb', '#dbe6f2', '#b3cbe4', '#88aed7', '#6595cb', '#4f85c5', '#427dc2', '#2f6299', '#27588c', '#1a4b7a'],
  },
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '650' },
  defaultRadius: 'sm',
  components: {
    // The library that holds the page still writes a style without a nonce, which the content security policy refuses.
    Modal: Modal.extend({ defaultProps: { lockScroll: false } }),
  },
  fontSizes: { xs: '0.75rem', sm: '0.84rem', md: '0.95rem', lg: '1.06rem', xl: '1.2rem' },
})
