;;; A fork server for GNU Guile 3.0: the protocol of spec/chapters/11-protocol.md in lines of S-expressions.
;;; This process has everything loaded. For each run it forks a child, which evaluates the program in a module of its own and
;;; reports through two pipes: what the program writes comes through the first, one line of result fields through the second.
;;; Whatever the child does to the system or to itself, it is gone afterwards.

(use-modules (ice-9 rdelim) (ice-9 binary-ports) (ice-9 exceptions) (ice-9 iconv) (rnrs bytevectors) (srfi srfi-1) (srfi srfi-11)
             ((scheme base) #:select (error-object?)) ((scheme lazy) #:select ((promise? . r7rs-promise?))))
(install-r7rs!) ; the reader: \x41; in strings, |bars|

(define libraries
  '((scheme r5rs) (scheme base) (scheme case-lambda) (scheme char) (scheme complex) (scheme cxr) (scheme eval) (scheme file)
    (scheme inexact) (scheme lazy) (scheme load) (scheme process-context) (scheme read) (scheme repl) (scheme time)
    (scheme write)))

;; What the forms of a program are evaluated in: a script sees the whole standard library; a program that imports sees
;; what it imports. A child finds them made and loaded.
(define (fresh-module interfaces)
  (let ((module (make-fresh-user-module)))
    (set-module-uses! module (cons (resolve-interface '(guile) #:select '(import define-library)) interfaces))
    module))
(define script-module (fresh-module (map resolve-interface libraries)))
(define program-module (fresh-module '()))

(define hello
  "(hello (protocol \"1.0\") (name \"guile\") (version \"~a\") (isolation process) (trace none) (counters memory))")

;; Standard input and output belong to the protocol here, and to the program in a child.
(define from-runner (fdopen (dup->fdes 0) "r"))
(define to-runner (fdopen (dup->fdes 1) "w"))
(define standard-output (current-output-port))
(for-each (lambda (port) (set-port-encoding! port "UTF-8")) (list from-runner to-runner standard-output))

(define (field name message default)
  (let ((found (assq name (cdr message)))) (if (and found (pair? (cdr found))) (cadr found) default)))

;;; Text, as the protocol has it: no line feed, no control character

(define special (char-set-union char-set:iso-control (char-set #\" #\\)))

(define (quoted text)
  (call-with-output-string
    (lambda (out)
      (display #\" out)
      (let loop ((from 0))
        (let ((to (string-index text special from)))
          (display (substring text from (or to (string-length text))) out)
          (when to
            (let ((c (string-ref text to)))
              (case c
                ((#\" #\\) (display (string #\\ c) out))
                ((#\newline) (display "\\n" out))
                (else (format out "\\x~a;" (number->string (char->integer c) 16)))))
            (loop (+ to 1)))))
      (display #\" out))))

;;; In the child

(define (written value)
  (cond ((procedure? value) "#<procedure>")
        ((or (promise? value) (r7rs-promise? value)) "#<promise>")
        ((eof-object? value) "#<eof>")
        ((port? value) "#<port>")
        (else (call-with-output-string (lambda (out) (write value out))))))

;; VmRSS or VmHWM of this process, in bytes. The peak of a forked process begins at what it has of its parent.
(define (memory key)
  (call-with-input-file "/proc/self/status"
    (lambda (in)
      (let loop ((line (read-line in)))
        (if (string-prefix? key line)
            (* 1024 (string->number (list-ref (string-tokenize line) 1)))
            (loop (read-line in)))))))
(define memory-before 0)

;; Ends the child: the runner's side reads the output to its end before it reads the result.
(define (report to-parent fields)
  (force-output standard-output)
  (close-fdes 1)
  (format to-parent "~a (counters (memory ~a))" fields (- (memory "VmHWM:") memory-before))
  (force-output to-parent)
  (primitive-_exit 0))

(define (completed values)
  (format #f "(status completed) (values ~a)" (string-join (map (lambda (v) (quoted (written v))) values) " ")))

;; Class and phase of an uncaught error, by its text, which tells apart what has one kind, or by its kind.
(define (class-of object text reading?)
  (define kind (and (exception? object) (exception-kind object)))
  (define (says? part) (string-contains text part))
  (cond (reading? "(class syntax) (phase read)")
        ((or (not (exception? object)) (non-continuable-error? object)) "(class raised)")
        ((eq? kind '%exception) (if (error-object? object) "(class user)" "(class raised)"))
        ((says? "Unbound variable: #<variable ") "(class uninitialized)")
        ((says? "Wrong type to apply") "(class not-procedure)")
        ((or (says? "no code for module") (says? "duplicate binding for")) "(class import)")
        ((says? "no binding ") "(class import)")
        ((says? "out of range") "(class range)")
        ((says? "open-file") "(class file)")
        (else
          (case kind
            ((syntax-error) "(class syntax) (phase expand)")
            ((read-error) "(class read)")
            ((unbound-variable) "(class unbound)")
            ((wrong-number-of-args) "(class arity)")
            ((out-of-range) "(class range)")
            ((numerical-overflow) "(class divide-by-zero)")
            ((system-error) "(class file)")
            ((wrong-type-arg misc-error) "(class type)")
            (else "")))))

(define (failed object reading?)
  (define text
    (call-with-output-string
      (lambda (out)
        (if (and (exception? object) (not (eq? (exception-kind object) '%exception)))
            (print-exception out #f (exception-kind object) (exception-args object))
            (write object out)))))
  (format #f "(status error) ~a (message ~a)" (class-of object text reading?) (quoted (string-trim-right text))))

(define definitions '(define define-values define-record-type define-syntax import define-library include include-ci))

(define (read-all text)
  (call-with-input-string text
    (lambda (in)
      (set-port-filename! in (string-append (getcwd) "/program.scm")) ; what `include` starts from
      (let loop ((forms '()))
        (let ((form (read in))) (if (eof-object? form) (reverse forms) (loop (cons form forms))))))))

(define (headed? form names) (and (pair? form) (memq (car form) names)))

(define (defining-begin? form)
  (and (headed? form '(begin)) (any (lambda (part) (headed? part (cons 'begin definitions))) (cdr form))))

;; The fields of the result of a program without uncaught error.
(define (run-forms forms module)
  (let loop ((forms forms))
    (cond ((null? forms) "(status completed)")
          ((headed? (car forms) '(define-library)) (eval (car forms) (resolve-module '(guile-user))) (loop (cdr forms)))
          ((or (pair? (cdr forms)) (headed? (car forms) definitions)) (eval (car forms) module) (loop (cdr forms)))
          ((defining-begin? (car forms)) (loop (cdar forms)))
          (else (completed (call-with-values (lambda () (eval (car forms) module)) list))))))

(define (exit-code arguments)
  (cond ((null? arguments) 0) ((integer? (car arguments)) (modulo (car arguments) 256)) ((car arguments) 0) (else 1)))

(define (run-child request to-parent)
  (define reading? #t)
  (set-current-input-port (open-input-string (field 'input request "")))
  (set! memory-before (memory "VmRSS:"))
  (set-program-arguments (cons "program" (or (assq-ref (cdr request) 'args) '())))
  (module-set! (resolve-module '(scheme process-context)) 'emergency-exit
    (lambda arguments (report to-parent (format #f "(status exited) (code ~a)" (exit-code arguments)))))
  (let ((milliseconds (field 'time `(limits ,@(or (assq-ref (cdr request) 'limits) '())) 10000)))
    (setitimer ITIMER_REAL 0 0 (quotient milliseconds 1000) (* 1000 (remainder milliseconds 1000))))
  ;; The handler runs where the error is, so that nothing is unwound before it is told. What ends the program by unwinding
  ;; comes to `catch`.
  (with-exception-handler
    (lambda (object) (report to-parent (failed object reading?)))
    (lambda ()
      (report to-parent
        (catching '(quit stack-overflow out-of-memory)
          (lambda ()
            (let ((forms (read-all (field 'program request ""))))
              (set! reading? #f)
              (let ((module (if (and (pair? forms) (headed? (car forms) '(import define-library))) program-module script-module)))
                (set-current-module module)
                (run-forms forms module))))
          (lambda (key . arguments)
            (case key
              ((quit) (format #f "(status exited) (code ~a)" (exit-code arguments)))
              ((stack-overflow) "(status exhausted) (limit stack)")
              (else "(status exhausted) (limit memory)"))))))))

(define (catching keys thunk handler)
  (if (null? keys) (thunk) (catch (car keys) (lambda () (catching (cdr keys) thunk handler)) handler)))

;;; In the server

;; At most so many bytes of what comes through a pipe; whether there was more.
(define (drain port limit)
  (let loop ((pieces '()) (size 0))
    (let ((piece (if (> size limit) (eof-object) (get-bytevector-some port))))
      (if (eof-object? piece)
          (let* ((all (bytevector-concatenate (reverse pieces))) (kept (min size limit)) (bytes (make-bytevector kept)))
            (bytevector-copy! all 0 bytes 0 kept)
            (values (bytevector->string bytes "UTF-8" 'substitute) (> size limit)))
          (loop (cons piece pieces) (+ size (bytevector-length piece)))))))

(define (bytevector-concatenate pieces)
  (call-with-values open-bytevector-output-port
    (lambda (out bytes) (for-each (lambda (piece) (put-bytevector out piece)) pieces) (bytes))))

;; How a child ended that reported nothing.
(define (ending status)
  (let ((signal (status:term-sig status)))
    (cond ((eqv? signal SIGALRM) "(status exhausted) (limit time)")
          (signal (format #f "(status crashed) (message \"killed by signal ~a\")" signal))
          (else (format #f "(status crashed) (message \"ended with exit code ~a and without a result\")" (status:exit-val status))))))

(define (delete-tree directory) (system* "rm" "-rf" directory))

(define (write-files files directory)
  (define (write-file name text)
    (let ((path (string-append directory "/" name)))
      (system* "mkdir" "-p" (dirname path))
      (call-with-output-file path (lambda (out) (display text out)))))
  (for-each (lambda (entry) (write-file (car entry) (cadr entry))) files))

(define (run request)
  (define files (or (assq-ref (cdr request) 'files) '()))
  (define directory (and (pair? files) (mkdtemp (string-append (or (getenv "TMPDIR") "/tmp") "/touchstone-XXXXXX"))))
  (define output (pipe))
  (define result (pipe))
  (when directory (write-files files directory))
  (let ((child (primitive-fork)))
    (when (zero? child)
      (setpgid 0 0)
      (when directory
        (chdir directory)
        (set! %load-path (cons directory %load-path))
        (set! %load-extensions (cons ".sld" %load-extensions)))
      (dup2 (open-fdes "/dev/null" O_RDONLY) 0)
      (dup2 (fileno (cdr output)) 1)
      (for-each close-port (list (car output) (cdr output) (car result) from-runner to-runner))
      (run-child request (cdr result)))
    (close-port (cdr output))
    (close-port (cdr result))
    (let*-values (((text more?) (drain (car output) (field 'output `(limits ,@(or (assq-ref (cdr request) 'limits) '())) 1000000)))
                  ((fields endless?) (if more? (values "" #f) (drain (car result) 100000000))))
      (false-if-exception (kill (- child) SIGKILL))
      (close-port (car output))
      (close-port (car result))
      (let ((status (cdr (waitpid child))))
        (when directory (delete-tree directory))
        (format #f "(result (id ~a) ~a (output ~a))" (quoted (field 'id request ""))
          (cond (more? "(status exhausted) (limit output)")
                (endless? "(status exhausted) (limit output)")
                ((string-null? fields) (ending status))
                (else fields))
          (quoted text))))))

(define (answer line)
  (display line to-runner)
  (newline to-runner)
  (force-output to-runner))

(define (serve message)
  (case (car message)
    ((hello)
     (unless (string-prefix? "1." (field 'protocol message ""))
       (answer "(hello (protocol \"1.0\") (refused \"This adapter speaks version 1 of the protocol.\"))")
       (primitive-exit 0))
     (answer (format #f hello (version))))
    ((run) (answer (run message)))
    ((bye) (primitive-exit 0))
    (else
      (when (assq 'id (cdr message))
        (answer (format #f "(result (id ~a) (status unsupported) (reason \"unknown message\"))" (quoted (field 'id message ""))))))))

(let loop ((line (read-line from-runner)))
  (unless (eof-object? line)
    (serve (call-with-input-string line read))
    (loop (read-line from-runner))))
